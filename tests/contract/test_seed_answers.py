"""Every line of what follows from the seed gazette (read by hand), asserted against the saved queries, on both servers."""

from __future__ import annotations

from collections import Counter
from datetime import date

from graph.store.client import Graph
from tests.contract.seed import asking, chains_of, needs_seed, pairs, table

pytestmark = needs_seed

CITY = "三门峡市"
LAST = date(2020, 11, 27)
YEAR = {"from": date(2020, 1, 1), "to": date(2020, 12, 31)}
FIFTH, SIXTH = date(2020, 7, 24), date(2020, 10, 31)


def test_seven_notices_hold_101_acts_of_84_names(seed: Graph) -> None:
    notices = [row for row in asking(seed, "notice/list") if "政任" in (row["doc_number"] or "")]
    assert sorted((row["doc_number"][-2], row["head_count"]) for row in notices) == [
        ("1", 3), ("2", 3), ("3", 8), ("4", 3), ("5", 31), ("6", 21), ("7", 17)
    ]  # fmt: skip
    acts = [act for row in notices for act in asking(seed, "notice/acts", notice=row["notice_id"])]
    assert Counter(act["action"] for act in acts) == {"appoint": 41, "dismiss": 53, "nominate": 7}
    assert len({act["person"] for act in acts}) == 84
    assert sum(act["kind"] == "rank" for act in acts) == 2
    assert len({(act["organization"], act["post"]) for act in acts if act["kind"] == "post"}) == 59


def test_days_of_issue_and_the_bounds_of_the_undated_notice(seed: Graph) -> None:
    days = {row["doc_number"][-2]: row for row in asking(seed, "notice/list") if "政任" in (row["doc_number"] or "")}
    assert {number: days[number]["issued_date"] for number in "1234567"} == {
        "1": date(2020, 2, 8), "2": date(2020, 6, 5), "3": date(2020, 6, 5), "4": date(2020, 6, 5),
        "5": FIFTH, "6": SIXTH, "7": None,
    }  # fmt: skip
    assert (days["7"]["not_before"], days["7"]["not_after"]) == (SIXTH, LAST)


def test_commendation_that_lists_fewer_than_it_states_is_an_issue(seed: Graph) -> None:
    (issue,) = (row for row in asking(seed, "notice/issues") if row["kind"] == "head_count")
    assert issue["doc_number"] == "三政〔2020〕13号"
    assert "27" in issue["reason"]
    assert "22" in issue["reason"]


def test_rosters_give_70_attestations(seed: Graph) -> None:
    wanted = table("rosters.csv")
    papers = [row for row in asking(seed, "notice/list") if "政任" not in (row["doc_number"] or "")]
    acts = [act for row in papers for act in asking(seed, "notice/acts", notice=row["notice_id"])]
    assert {act["action"] for act in acts} == {"attest"}
    assert len({(act["person"], act["act_id"]) for act in acts}) >= len(wanted) == 70
    assert {act["person"] for act in acts} == {row["person"] for row in wanted}


def test_vacant_chief_posts_on_the_last_day_by_kind(seed: Graph) -> None:
    rows = asking(seed, "post/vacancies", as_of=LAST)
    assert {(row["kind"], row["organization"] + row["post"], row["since_date"]) for row in rows} == {
        ("no_successor_seen", CITY + "劳动就业培训中心主任", FIFTH),
        ("no_successor_seen", CITY + "军队离退休干部管理所所长", FIFTH),
        ("no_successor_seen", CITY + "中医院院长", None),
        ("ad_hoc", CITY + "政府推进职能转变协调小组办公室主任", SIXTH),
        ("ad_hoc", CITY + "“攻坚战”督查巡查工作办公室主任", SIXTH),
        ("designation", CITY + "经济开发区管委会常务副主任", SIXTH),
        ("superseded", CITY + "地震局局长", SIXTH),
        ("pending", "三门峡金渠集团有限公司总经理", date(2020, 6, 5)),
    }
    assert {row["certainty"] for row in rows} == {"certain"}
    (hospital,) = (row for row in rows if row["organization"] == CITY + "中医院")
    assert (hospital["since_not_before"], hospital["since_not_after"]) == (SIXTH, LAST)
    (pending,) = (row for row in rows if row["kind"] == "pending")
    assert pending["nominee"] == ["刘益"]


def test_vacancy_of_unknown_day_is_possible_only_within_its_bounds(seed: Graph) -> None:
    rows = asking(seed, "post/vacancies", as_of=date(2020, 11, 10))
    assert {row["organization"] for row in rows if row["certainty"] == "possible"} == {CITY + "中医院"} | {
        CITY + "招生办公室"  # filled on a day in the same bounds
    }


def test_vacancy_that_was_filled_later_is_told_of_the_days_between(seed: Graph) -> None:
    (row,) = asking(seed, "post/vacancies", as_of=date(2020, 9, 1), organization=CITY + "招生办公室")
    assert (row["post"], row["kind"], row["certainty"], row["last_holder"]) == ("主任", "no_successor_seen", "certain", "刘晓萍")
    assert row["since_date"] == FIFTH
    assert (row["until_not_before"], row["until_not_after"]) == (SIXTH, LAST)
    assert asking(seed, "post/vacancies", as_of=LAST, organization=CITY + "招生办公室") == []
    history = asking(seed, "post/history", organization=CITY + "招生办公室", post="主任")
    (came,) = (row for row in history if row["holder"] == "郝洁")
    assert (came["start_not_before"], came["start_not_after"]) == (SIXTH, LAST)


def test_past_the_coverage_nothing_is_certain(seed: Graph) -> None:
    later = date(2021, 6, 1)
    assert {row["certainty"] for row in asking(seed, "post/vacancies", as_of=later)} == {"possible"}
    roster = asking(seed, "organization/roster", organization=CITY + "教育局", on=later)
    assert {row["certainty"] for row in roster} == {"possible"}


def test_deputies_give_net_changes_and_no_vacancy(seed: Graph) -> None:
    for bureau, came, gone in (("教育局", 2, 3), ("工业和信息化局", 1, 3)):
        rows = [row for row in asking(seed, "organization/changes", organization=CITY + bureau, **YEAR) if row["post"] == "副局长"]
        assert Counter(row["change"] for row in rows) == {"in": came, "out": gone}
        assert asking(seed, "post/vacancies", as_of=LAST, organization=CITY + bureau) == []


def test_leaver_is_out_and_comer_is_in_on_the_day_of_the_change(seed: Graph) -> None:
    def holders(on: date) -> set[tuple[str, str]]:
        rows = asking(seed, "organization/roster", organization=CITY + "接待办公室", on=on)
        return {(row["person"], row["certainty"]) for row in rows if row["post"] == "主任"}

    assert holders(date(2020, 2, 8)) == {("李宝松", "certain")}
    assert holders(date(2020, 2, 7)) == {("周长青", "possible")}


def test_chains_of_three_steps(seed: Graph) -> None:
    found = {step["person"]: steps for steps in chains_of(asking(seed, "post/chains", **YEAR)) for step in steps[:1]}
    first = found["周建文"]
    assert [step["person"] for step in first] == ["周建文", "周长青", "李宝松"]
    assert first[1]["from_organization"] + first[1]["from_post"] == CITY + "接待办公室主任"
    assert first[1]["to_organization"] + first[1]["to_post"] == CITY + "优化营商环境服务中心主任"
    second = found["刘丰亮"]
    assert [step["person"] for step in second] == ["刘丰亮", "张启勋", "王爱"]
    assert second[1]["from_organization"] + second[1]["from_post"] == CITY + "实验高中校长"


def test_chains_of_two_steps(seed: Graph) -> None:
    chains = list(chains_of(asking(seed, "post/chains", **YEAR)))
    two = {tuple(step["person"] for step in steps) for steps in chains if len(steps) == 2 and not steps[0]["closed"]}
    # by the rule for seats of unknown number, too: one leaver and one entrant of 副局长 in one notice
    two -= {("张美战", "张杰"), ("郑焱", "王彦军")}
    assert two == {
        ("王东春", "权振国"), ("左军英", "张萍"),
        ("刘晓萍", "郝洁"), ("姚发挥", "王成新"), ("李瑞霞", "周童"), ("赵光煊", "张君平"), ("张志刚", "宋黎静"),
        ("柴仁俊", "马怀安"), ("龚彬", "周泓"),
    }  # fmt: skip
    firsts = {steps[0]["person"]: steps[0] for steps in chains}
    assert firsts["王东春"]["to_organization"] + firsts["王东春"]["to_post"] == CITY + "供销合作社理事会主任"
    assert firsts["左军英"]["to_organization"] + firsts["左军英"]["to_post"] == CITY + "防震减灾中心主任"


def test_with_lineages_merged_two_chains_are_one_of_five_people(seed: Graph) -> None:
    longest = next(chains_of(asking(seed, "post/chains", lineages="merged", **YEAR)))
    assert [step["person"] for step in longest] == ["周建文", "周长青", "李宝松", "左军英", "张萍"]


def test_the_swap_is_the_only_closed_chain(seed: Graph) -> None:
    (swap,) = (steps for steps in chains_of(asking(seed, "post/chains", **YEAR)) if steps[0]["closed"])
    assert pairs(swap, "person", "from_organization", "from_post", "to_organization", "to_post") == {
        ("雷建卢", CITY + "第一高级中学", "校长", CITY + "教育局", "副局长"),
        ("高超杰", CITY + "教育局", "副局长", CITY + "第一高级中学", "校长"),
    }


def test_moves_told_in_one_clause(seed: Graph) -> None:
    rows = [row for number in range(1, 8) for row in asking(seed, "notice/reshuffle", doc_number=f"三政任〔2020〕{number}号")]
    moved = {row["person"]: row for row in rows if row["from"] and row["to"]}
    assert set(moved) == {"周长青", "王东春", "雷建卢", "高超杰", "张启勋", "黄凯", "郝洁", "陈一", "秦剑波", "曲邦定", "刘益"}
    assert {name for name, row in moved.items() if row["under_way"]} == {"曲邦定", "刘益"}
    assert moved["周长青"]["replaces"] == ["周建文"]
    assert moved["周长青"]["replaced_by"] == ["李宝松"]


def test_lineage_of_the_earthquake_bureau_is_suggested(seed: Graph) -> None:
    rows = asking(seed, "organization/lineage")
    assert pairs(rows, "predecessor", "successor", "state") == {(CITY + "地震局", CITY + "防震减灾中心", "suggested")}


def test_nominations_stay_open_and_are_by_procedure(seed: Graph) -> None:
    rows = asking(seed, "person/nominations", as_of=LAST)
    assert len(rows) == 7
    assert {row["state"] for row in rows} == {"open"}
    assert {row["nominated_on"] for row in rows} == {date(2020, 6, 5)}
    assert {row["by_procedure"] for row in rows} == {True}
    assert {row["state"] for row in asking(seed, "person/nominations", as_of=date(2021, 6, 5))} == {"stale"}


def test_probations_of_a_year(seed: Graph) -> None:
    rows = asking(seed, "person/probations", as_of=LAST)
    stated = [act for act in table("acts.csv") if "试用期为一年" in act["qualifier"]]
    assert len(stated) == 20
    dated = {act["person"]: date.fromisoformat(act["issued"]) for act in stated if act["issued"]}
    due = {row["person"]: row["due_date"] for row in rows if row["person"] in dated}
    assert due == {name: day.replace(year=day.year + 1) for name, day in dated.items()}
    assert {row["state"] for row in rows} == {"running"}


def test_successions_name_who_followed_whom(seed: Graph) -> None:
    found = pairs(asking(seed, "post/successions"), "predecessor", "successor")
    assert {("周建文", "周长青"), ("周长青", "李宝松"), ("刘晓萍", "郝洁"), ("雷建卢", "高超杰"), ("高超杰", "雷建卢")} <= found


def test_every_act_of_a_person_leads_to_its_sentence(seed: Graph) -> None:
    rows = asking(seed, "person/evidence", person="周长青")
    assert pairs(rows, "action", "organization", "doc_number") == {
        ("appoint", CITY + "优化营商环境服务中心", "三政任〔2020〕1号"),
        ("dismiss", CITY + "接待办公室", "三政任〔2020〕1号"),
    }
    (text,) = {row["text"] for row in asking(seed, "notice/text", notice=rows[0]["notice_id"])}
    for row in rows:
        assert "周长青" in text[row["start"] : row["end"]]
        assert row["tenure_id"]


def test_short_forms_become_the_full_names_of_the_same_source(seed: Graph) -> None:
    names = {row["organization"] for row in asking(seed, "organization/list")}
    short = ("医保局", "工业和信息化局", "文化广电旅游局", "政务和大数据局", "金融局", "自然资源规划局")
    assert not {"市" + name for name in short} & names
    assert {CITY + "工业和信息化局"} <= names


def test_roster_attests_a_rank_and_the_appointment_follows(seed: Graph) -> None:
    ranks = asking(seed, "person/ranks", person="唐虎杰")
    assert "三级调研员" in {row["rank"] for row in ranks}
    posts = pairs(asking(seed, "person/career", person="唐虎杰"), "organization", "post", "status")
    assert (CITY + "卫生健康委员会", "副主任", "current") in posts


def test_names_that_look_alike_are_different_people(seed: Graph) -> None:
    assert {row["person"] for row in asking(seed, "person/search", text="张杰")} >= {"张杰", "张杰生"}
    assert len(asking(seed, "person/search", text="任豫新")) == 1


def test_coverage_of_the_series_is_whole(seed: Graph) -> None:
    (row,) = (row for row in asking(seed, "notice/coverage") if row["series"].startswith("三政任"))
    assert (row["issuer"], list(row["seen"]), list(row["missing"])) == (CITY + "人民政府", [1, 2, 3, 4, 5, 6, 7], [])
    assert (row["first"], row["last"]) == (date(2020, 2, 8), LAST)
