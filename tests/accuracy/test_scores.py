"""How acts are counted: by hand on small texts, and as the reference scorer counts them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accuracy.scores import Count, Score, Share, differences, is_same_organization, match, score
from tests.accuracy.sets import REFERENCE
from tests.accuracy.texts import Row, Text, read_folder

CHIEF = Row("孔辉", "appoint", "县水利局", "局长")
DEPUTY = CHIEF._replace(post="副局长")
SCORER = REFERENCE / "tools" / "score.py"


def text(wanted: list[Row], given: list[Row]) -> Text:
    return Text("001", "county", wanted, given, 0, 0)


def test_a_row_is_right_in_a_field_when_it_agrees_up_to_that_field() -> None:
    result = score([text([CHIEF, Row("王铮", "dismiss", "县水利局", "局长")], [DEPUTY])])
    assert result.levels["person"] == result.levels["action"] == result.levels["organization"] == Count(1, 1, 2)
    assert result.levels["post"] == result.levels["triple"] == Count(0, 1, 2)


def test_precision_is_of_those_given_and_recall_of_those_wanted() -> None:
    count = Count(found=3, given=4, wanted=6)
    assert (count.precision, count.recall) == (0.75, 0.5)
    assert count.f1 == pytest.approx(0.6)
    assert Count().f1 == 0


def test_each_answer_is_found_once() -> None:
    assert match(text([CHIEF], [CHIEF, CHIEF])).counted == Count(1, 2, 1)


def test_white_space_and_the_width_of_brackets_do_not_count() -> None:
    wanted, given = CHIEF._replace(organization="县水利局（筹）"), CHIEF._replace(organization="县水 利局(筹)")
    assert match(text([wanted], [given])).counted == Count(1, 1, 1)


def test_an_optional_answer_is_right_when_given_and_no_miss_when_not() -> None:
    optional = CHIEF._replace(note="staff")
    assert match(text([optional], [CHIEF])).counted == Count(1, 1, 1)
    assert match(text([optional], [])).counted == Count(0, 0, 0)


def test_an_answer_that_must_be_found_comes_before_an_optional_one() -> None:
    matched = match(text([CHIEF._replace(note="membership"), CHIEF], [CHIEF]))
    assert matched.counted == Count(1, 1, 1)


def test_rows_with_equal_dates_are_paired_first() -> None:
    first, second = CHIEF._replace(effective="2001-02/2003-04"), CHIEF._replace(effective="2003-04/")
    result = score([text([first, second], [second, first])])
    assert result.shares["effective"] == Share(2, 2)


def test_an_organization_is_right_with_a_place_in_front_and_in_part_only_where_it_stands_elsewhere() -> None:
    assert is_same_organization("涉县人民政府", "人民政府", elsewhere=False)
    assert not is_same_organization("政府", "涉县政府", elsewhere=False)
    assert is_same_organization("政府", "涉县政府", elsewhere=True)
    assert is_same_organization("", "涉县政府", elsewhere=True)
    assert not is_same_organization("", "涉县政府", elsewhere=False)


def test_details_are_counted_in_the_acts_found_whose_answer_states_them() -> None:
    wanted = [CHIEF._replace(gender="女", ethnicity="回族"), DEPUTY._replace(gender="女"), CHIEF._replace(person="王铮")]
    given = [CHIEF._replace(gender="女"), CHIEF._replace(person="王铮", gender="女")]
    shares = score([text(wanted, given)]).shares
    assert (shares["gender"], shares["ethnicity"]) == (Share(1, 1), Share(0, 1))


def test_days_of_issue_are_looked_at_where_one_is_given_and_numbers_where_one_is_answered() -> None:
    dated = CHIEF._replace(issued="2020-01-02", doc_number="县政任〔２０２０〕1号")
    nothing = score([text([dated], [CHIEF])]).shares
    assert (nothing["issued"], nothing["doc_number"]) == (Share(0, 0), Share(0, 1))
    wrong = CHIEF._replace(issued="2020-01-03", doc_number="县政任〔2020〕1号")
    found = score([text([dated], [wrong])]).shares
    assert (found["issued"], found["doc_number"]) == (Share(0, 1), Share(1, 1))


def test_what_is_wrong_is_told_act_by_act_and_detail_by_detail() -> None:
    wanted = [CHIEF._replace(doc_number="一号"), Row("王铮", "dismiss", "县水利局", "局长", gender="女"), Row("李敏", "resign")]
    given = [DEPUTY._replace(doc_number="二号"), Row("王铮", "dismiss", "县水利局", "局长"), Row("赵康", "appoint", "", "馆长")]
    assert differences(text(wanted, given)) == [
        ("孔辉", "act", "appoint 县水利局 · 局长", "appoint 县水利局 · 副局长"),
        ("赵康", "act", "", "appoint – · 馆长"),
        ("李敏", "act", "resign – · –", ""),
        ("王铮", "gender", "女", ""),
        ("", "doc_number", "一号", "二号"),
    ]


@pytest.mark.skipif(not SCORER.is_file(), reason="the reference scorer is not there")
@pytest.mark.parametrize("name", ["dev", "composed", "resumes"])
def test_the_totals_are_those_of_the_reference_scorer(name: str) -> None:
    folder = REFERENCE / "notices" / name
    command = [sys.executable, str(SCORER), str(folder), "--parser", f"{sys.executable} -m graph parse"]
    printed = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True).stdout
    assert as_printed(score(read_folder(folder))) == re.sub(r" +", " ", printed).splitlines()


def as_printed(result: Score) -> list[str]:
    """A score as the reference scorer prints it: it calls `act` what is `post` here, and `person` what is `action`."""
    lines = []
    for theirs, ours in (("triple", "triple"), ("act", "post"), ("person", "action")):
        count = result.levels[ours]
        figures = f"P {count.precision:.4f} R {count.recall:.4f} F1 {count.f1:.4f}"
        lines.append(f"{theirs} {figures} ({count.found} of {count.wanted} found, {count.given} given)")
    issued, effective = result.shares["issued"], result.shares["effective"]
    return [
        *lines,
        f"dates {issued.of - issued.right} wrong of {issued.of} given",
        f"intervals {effective.right} of {effective.of} exact",
    ]
