"""From bytes to notices, acts and issues with ids."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.pipeline import read_bytes, read_sources, read_text

NOTICE = """甲市人民政府
关于孔辉等3人职务任免的通知

甲政任〔2020〕7号

各县（市、区）人民政府，市人民政府各部门：
经市人民政府研究，决定：
任命孔 辉（女）为甲市体育局局长（试用期为一年），免去其甲市教育局副局长职务；
免去王铮的甲市体育局局长职务。

甲市人民政府
2020年6月5日
"""


def test_a_notice_becomes_acts_with_its_day_and_place() -> None:
    reading = read_text(NOTICE, "a.txt")
    (notice,) = reading.notices
    assert (notice.place, notice.issued_date, notice.marks_women) == ("甲市", date(2020, 6, 5), True)
    assert [(a.seq, a.action, a.person, a.gender, a.organization, a.post, a.qualifier) for a in reading.acts] == [
        (1, "appoint", "孔辉", "女", "甲市体育局", "局长", ("试用期为一年",)),
        (2, "dismiss", "孔辉", "女", "甲市教育局", "副局长", ()),
        (3, "dismiss", "王铮", "", "甲市体育局", "局长", ()),
    ]
    assert all(a.not_before == a.not_after == date(2020, 6, 5) and a.notice_id == notice.notice_id for a in reading.acts)
    assert reading.accounted == reading.operative > 0


def test_a_head_count_that_does_not_agree_is_an_issue_with_its_place() -> None:
    (issue,) = read_text(NOTICE, "a.txt").issues
    assert (issue.kind, NOTICE[issue.start : issue.end]) == ("head_count", "等3人")


def test_ids_depend_on_what_is_said_and_not_on_white_space_or_path() -> None:
    one = read_text(NOTICE, "a.txt")
    other = read_text(NOTICE.replace("王铮", "王 铮").replace("\n", "\n\n"), "b.txt")
    assert [a.act_id for a in one.acts] == [a.act_id for a in other.acts]
    assert one.source.source_id != other.source.source_id


def test_equal_rows_of_a_notice_have_different_ids() -> None:
    twice = NOTICE.replace("职务。", "职务；\n免去王铮的甲市体育局局长职务。")
    acts = read_text(twice, "a.txt").acts
    assert len({a.act_id for a in acts}) == len(acts)


def test_a_notice_printed_twice_in_a_source_is_one() -> None:
    once, twice = read_text(NOTICE, "a.txt"), read_text(NOTICE + "\n" + NOTICE, "a.txt")
    assert [a.act_id for a in once.acts] == [a.act_id for a in twice.acts]
    assert len(twice.notices) == 1


def test_a_text_without_acts_gives_no_issue() -> None:
    reading = read_text("今天天气很好。\n", "a.txt")
    assert (reading.acts, reading.issues) == ((), ())


def test_a_notice_later_than_the_printing_of_its_source_is_an_issue() -> None:
    reading = read_text("出版日期：2020年5月1日\n\n" + NOTICE.replace("等3人", "等2人"), "a.txt")
    assert [issue.kind for issue in reading.issues] == ["date_conflict"]
    assert reading.notices[0].issued_date == date(2020, 6, 5)


def test_a_mark_of_secrecy_is_an_issue() -> None:
    assert "restricted" in [issue.kind for issue in read_text("机密★3年\n" + NOTICE, "a.txt").issues]


def test_a_bad_file_in_a_folder_is_an_issue_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01")
    (tmp_path / "b.txt").write_text(NOTICE, encoding="utf-8")
    bad, good = read_sources([str(tmp_path)])
    assert [issue.kind for issue in bad.issues] == ["unreadable"]
    assert len(good.acts) == 3


def test_a_single_bad_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(InputError, match="is empty"):
        list(read_sources([str(tmp_path / "a.txt")]))


def test_workers_give_the_same_readings_in_the_same_order(tmp_path: Path) -> None:
    for number in range(70):
        (tmp_path / f"{number:02}.txt").write_text(NOTICE.replace("7号", f"{number}号"), encoding="utf-8")
    told: list[tuple[int, int]] = []
    alone = list(read_sources([str(tmp_path)]))
    together = list(read_sources([str(tmp_path)], workers=2, progress=lambda done, total: told.append((done, total))))
    assert alone == together
    assert told[-1] == (70, 70)


def test_an_upload_is_read_from_its_bytes() -> None:
    assert read_bytes(NOTICE.encode("gb18030"), "upload.txt").acts[0].person == "孔辉"
