"""Issuers and the places that they govern."""

import pytest

from loaders.jurisdiction import place_of


@pytest.mark.parametrize(
    ("issuer", "place"),
    [
        ("三门峡市人民政府", "三门峡市"),
        ("三门峡市人民政府办公室", "三门峡市"),
        ("中共宝川市委组织部", "宝川市"),
        ("中共和为县委", "和为县"),
        ("上林州人民政府办公室", "上林州"),
        ("云南省人民政府", "云南省"),
        ("广西壮族自治区人民政府", "广西壮族自治区"),
        ("三门峡市湖滨区人民政府", "三门峡市湖滨区"),
        ("黑松沟镇党委、黑松沟镇人民政府", "黑松沟镇"),
        ("羅陽縣第八屆人民代表大會常務委員會", "羅陽縣"),
        ("项城市人民政府", "项城市"),
        ("国务院", ""),
        ("中共中央", ""),
        ("全国人民代表大会常务委员会", ""),
        ("中华人民共和国主席", ""),
        ("教育部党组", ""),
        ("市人民政府", ""),
        ("三门峡城市发展集团有限公司", ""),
        ("", ""),
    ],
)
def test_the_place_of_an_issuer(issuer: str, place: str) -> None:
    assert place_of(issuer) == place
