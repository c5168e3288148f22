"""The derivation of any set of acts: in any order the same, every act in its place, bounds that never contradict."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.derive.blocks import derive_block
from graph.derive.bodies import derive_organization
from graph.derive.links import derive_links
from graph.derive.readings import WholeReading
from graph.derive.series import bound_notices
from graph.derive.whole import block_of_act, derive_all
from graph.ids import act_id, notice_id
from graph.model import Act, Notice

NAMES = ("王伟", "李宝松", "欧阳春")
BODIES = ("云州市教育局", "市教育局", "云州市财政局", "云州市棚户区改造指挥部", "云州城投集团有限公司", "")
TITLES = ("局长", "副局长", "党组书记", "委员", "常务副局长", "")
ACTIONS = ("appoint", "appoint", "dismiss", "dismiss", "nominate", "attest", "confirm", "resign", "retire", "die", "revoke")
QUALIFIERS = ((), (), (), ("代理",), ("兼",), ("挂职一年",), ("试用期为一年",), ("更正；任",), ("撤销免职决定",))
EFFECTIVE = ("", "", "", "", "2015", "2016-03", "2014-05-06", "2015-01/2017-06", "2016-02/", "2018/2016")


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[Notice], list[Act]]:
    notices, acts = [], []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        place = draw(st.sampled_from(("云州市", "云州市", "月州市")))
        day = draw(st.one_of(st.none(), st.integers(0, 2500)))
        issued = date(2014, 1, 1) + timedelta(days=day) if day is not None else None
        printed = draw(st.one_of(st.none(), st.just(date(2021, 12, 31))))
        doc_number = f"云政任〔2015〕{number}号"
        notice = Notice(
            notice_id=notice_id(place + "人民政府", doc_number, "", "", ""),
            title="任免通知",
            doc_number=doc_number,
            issuer=place + "人民政府",
            place=place,
            issued_date=issued,
            not_before=issued,
            not_after=issued or printed,
            marks_women=draw(st.booleans()),
        )
        notices.append(notice)
        for seq in range(1, draw(st.integers(1, 7)) + 1):
            action = draw(st.sampled_from(ACTIONS))
            fields = (
                action,
                draw(st.sampled_from(NAMES)),
                draw(st.sampled_from(("", "", "女"))),
                draw(st.sampled_from(BODIES)),
                draw(st.sampled_from(TITLES)),
                draw(st.sampled_from(EFFECTIVE)),
            )
            acts.append(
                Act(
                    act_id=act_id(notice.notice_id, *fields, seq),
                    notice_id=notice.notice_id,
                    seq=seq,
                    clause_no=(seq + 1) // 2,
                    action=action,
                    person=fields[1],
                    gender=fields[2],
                    organization=fields[3],
                    post=fields[4],
                    kind=draw(st.sampled_from(("post", "post", "post", "rank"))),
                    effective=fields[5],
                    qualifier=draw(st.sampled_from(QUALIFIERS)),
                    previous=draw(st.sampled_from(("", "", "云州市教育局局长"))),
                    issued_date=issued,
                    not_before=issued,
                    not_after=issued or printed,
                )
            )
    return notices, acts


KEEP_ON = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@KEEP_ON
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_notices_and_acts_changes_nothing(corpus: tuple[list[Notice], list[Act]], chance: random.Random) -> None:
    notices, acts = corpus
    reading = derive_all(notices, acts)
    chance.shuffle(notices)
    chance.shuffle(acts)
    assert derive_all(notices, acts) == reading


@KEEP_ON
@given(corpora())
def test_every_act_with_a_post_is_on_one_tenure_or_in_an_issue(corpus: tuple[list[Notice], list[Act]]) -> None:
    notices, acts = corpus
    reading = derive_all(notices, acts)
    on_tenures = Counter(act_id for tenure in reading.tenures for act_id in tenure.act_ids)
    in_issues = {act_id for issue in reading.issues for act_id in issue.act_ids}
    assert max(on_tenures.values(), default=1) == 1
    assert all(act.act_id in on_tenures or act.act_id in in_issues for act in acts if act.kind == "post" and act.post)
    assert set(reading.concerns) == {act.act_id for act in acts}
    assert len({tenure.tenure_id for tenure in reading.tenures}) == len(reading.tenures)
    assert len({vacancy.vacancy_id for vacancy in reading.vacancies}) == len(reading.vacancies)
    on_ranks = Counter(act_id for spell in reading.ranks for act_id in spell.act_ids)
    assert max(on_ranks.values(), default=1) == 1


@KEEP_ON
@given(corpora())
def test_bounds_never_contradict(corpus: tuple[list[Notice], list[Act]]) -> None:
    reading = derive_all(*corpus)
    for one in (*reading.tenures, *reading.ranks):
        _in_order(one.start_not_before, one.start_not_after)
        _in_order(one.end_not_before, one.end_not_after)
        _in_order(one.start_not_before, one.end_not_after)
        _in_order(one.start_date, one.end_date)
    for vacancy in reading.vacancies:
        _in_order(vacancy.since_not_before, vacancy.since_not_after)
        _in_order(vacancy.until_not_before, vacancy.until_not_after)
        _in_order(vacancy.since_not_before, vacancy.until_not_after)


def _in_order(low: date | None, high: date | None) -> None:
    assert low is None or high is None or low <= high


@KEEP_ON
@given(corpora(), st.randoms(use_true_random=False))
def test_the_stages_composed_one_by_one_equal_the_whole(corpus: tuple[list[Notice], list[Act]], chance: random.Random) -> None:
    notices, acts = corpus
    bounded = bound_notices(notices)
    by_block = defaultdict(list)
    for act in acts:
        by_block[block_of_act(act, bounded)].append(act)
    blocks = [derive_block(block, own, bounded) for block, own in by_block.items()]
    chance.shuffle(blocks)
    names = {person.person_id: person.name for block in blocks for person in block.persons}
    organizations = {one.organization_id: one for block in blocks for one in block.organizations}
    posts = {one.post_id: one for block in blocks for one in block.posts}
    tenures = {one.tenure_id: one for block in blocks for one in block.tenures}
    readings = []
    for organization in organizations.values():
        own = [t for t in tenures.values() if t.organization_id == organization.organization_id]
        people = {t.person_id for t in own}
        elsewhere = [t for t in tenures.values() if t.person_id in people and t.organization_id != organization.organization_id]
        own_posts = [p for p in posts.values() if p.organization_id == organization.organization_id]
        chance.shuffle(own)
        chance.shuffle(own_posts)
        reading = derive_organization(organization, own_posts, own, elsewhere, names)
        # derived rows fed back give the same
        tenures |= {t.tenure_id: t for t in reading.tenures}
        assert derive_organization(organization, own_posts, reading.tenures, elsewhere, names) == reading
        readings.append(reading)
    vacancies = [v for reading in readings for v in reading.vacancies]
    whole: WholeReading = derive_all(notices, acts)
    assert {v.vacancy_id: v for v in vacancies} == {v.vacancy_id: v for v in whole.vacancies}
    assert {t.tenure_id: t for reading in readings for t in reading.tenures} == {t.tenure_id: t for t in whole.tenures}
    assert [one for reading in readings for one in reading.lineages] == list(whole.lineages) or len(whole.lineages) > 1
    assert derive_links(vacancies, list(tenures.values())) == list(whole.links)
