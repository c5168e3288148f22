"""Every word that the pages show, in Chinese and English; words for stored data stand in `headings.py`."""

from __future__ import annotations

import re
from typing import Final

from views import address
from views.headings import HEADINGS, REASONS

LANGUAGES: Final = {"zh": "中文", "en": "English"}
"""The languages by the code that the address carries; the first is the default."""

DEPUTY: Final = "副"
"""How the title of a deputy begins."""

PARTY_BODIES: Final = ("党组", "党委", "纪委", "纪检监察组", "工委", "党总支", "党支部")
"""How the names of party bodies end: their posts are named before those of the state."""


def language() -> str:
    """The language that the address asks for, else Chinese."""
    asked = address.asked(address.LANGUAGE)
    return asked if asked in LANGUAGES else "zh"


def html_language() -> str:
    """The language as HTML names it."""
    return "zh-CN" if language() == "zh" else "en"


def t(key: str, **values: object) -> str:
    """The words under the key in the language chosen, with the values put in; an unknown key is a defect and raises KeyError."""
    chinese, english = WORDS[key]
    return (chinese if language() == "zh" else english).format(**values)


def known(key: str, otherwise: str) -> str:
    """The words under a key made from stored data; the data as they are where the list of words does not know them."""
    return t(key) if key in WORDS else otherwise


def reason(written: str) -> str:
    """Why something is an issue, in the language chosen as far as it is known there."""
    if language() == "zh":
        for pattern, chinese in REASONS:
            if match := re.fullmatch(pattern, written):
                return match.expand(chinese)
    return written


WORDS: Final[dict[str, tuple[str, str]]] = {
    **HEADINGS,
    # the frame around the pages
    "site": ("人事任免知识图谱", "Appointments graph"),
    "language": ("语言 / Language", "语言 / Language"),
    "nav.look": ("查询", "Look up"),
    "nav.work": ("工作", "Work"),
    "nav.home": ("首页", "Overview"),
    "nav.person": ("人员", "People"),
    "nav.organization": ("机构", "Organizations"),
    "nav.vacancies": ("空缺", "Vacancies"),
    "nav.turnover": ("更替", "Turnover"),
    "nav.reshuffles": ("调整链", "Reshuffles"),
    "nav.notices": ("公告", "Notices"),
    "nav.import": ("导入公告", "Import"),
    "nav.console": ("查询台", "Console"),
    "asof": ("截至日期", "As of"),
    "asof.help": (
        "各页按这一天回答。离任当日不再算在任，继任者当日算在任。",
        "Every page answers for this day. On the day of leaving one holds the post no more; the successor does.",
    ),
    "asof.line": ("截至 {day}", "as of {day}"),
    "data.coverage": ("公告收录至 {day}", "Papers seen to {day}"),
    "data.version": ("数据版本 {day}", "Data version {day}"),
    "data.loading": (
        "正在导入新公告，导入完成前结果可能变化。",
        "New papers are being loaded; answers may change until that is done.",
    ),
    "error.server": (
        "连不上图数据库。已存的数据不受影响。",
        "The graph server cannot be reached. What is stored is not affected.",
    ),
    "error.retry": ("重试", "Try again"),
    "error.refused": ("这个问题没有得到回答：", "This question was not answered:"),
    "error.timeout": ("查询超时，已在服务器上终止。{what}", "The query took too long and was ended on the server. {what}"),
    "error.unknown": (
        "页面出错了。请刷新重试；若再次出现，请把编号 {id} 告诉管理员。",
        "Something went wrong. Reload the page; if it happens again, give your administrator the number {id}.",
    ),
    "yes": ("是", "yes"),
    "as_table": ("以表格查看", "View as a table"),
    "cite": ("引用", "Citation"),
    "cite.tenure": (
        "{person}，{post}，{span}。依据：{papers}。截至 {day}，数据版本 {version}。{link}",
        "{person}, {post}, {span}. Source: {papers}. As of {day}, data version {version}. {link}",
    ),
    "drawing.download": ("下载图形", "Download drawing"),
    "go.person": ("查看 {person}", "See {person}"),
    "evidence.open": ("在原文中查看", "Show in the paper"),
    "evidence.none": ("没有存有原句。", "No sentence is stored."),
    "paper.title": ("《{title}》", "“{title}”"),
    "paper.untitled": ("（无标题的公告）", "(untitled paper)"),
    "paper.number": ("（{number}）", " ({number})"),
    "day.unknown": ("不详", "unknown"),
    "day.between": ("{low} 至 {high} 之间", "between {low} and {high}"),
    "day.from": ("不早于 {low}", "not before {low}"),
    "day.until": ("不晚于 {high}", "not after {high}"),
    "period.from": ("从", "From"),
    "period.to": ("到", "To"),
    "period.reversed": ("起始日期晚于结束日期。", "The first day lies after the last."),
    "empty.graph": ("还没有数据。请先导入公告。", "There are no data yet. Import some papers first."),
    "empty.graph.link": ("去导入公告", "Import papers"),
    "table.download": ("下载 CSV", "Download CSV"),
    "table.open": ("点选一行，打开。", "Pick a row to open it."),
    "table.pick": ("点选一行，查看依据。", "Pick a row to see what it rests on."),
    "table.none": ("没有。", "None."),
    "table.first": ("仅显示前 {shown} 条，共 {total} 条。", "Only the first {shown} of {total} are shown."),
    "table.issues": ("待核事项", "Issues"),
    "table.nominations": ("提名", "Nominations"),
    "table.probations": ("试用期", "Probation"),
    "table.overdue": ("应有后文", "Papers expected"),
    # overview
    "search.label": ("查人员、机构、公告", "Search people, organizations, notices"),
    "search.placeholder": ("姓名、机构、标题或文号", "Name, organization, title or document number"),
    "search.none": ("没有找到“{text}”。", "Nothing found for “{text}”."),
    "search.people": ("人员（{n}）", "People ({n})"),
    "search.organizations": ("机构（{n}）", "Organizations ({n})"),
    "search.notices": ("公告（{n}）", "Notices ({n})"),
    "count.persons": ("人员", "People"),
    "count.organizations": ("机构", "Organizations"),
    "count.posts": ("职务", "Posts"),
    "count.notices": ("公告", "Notices"),
    "count.acts": ("任免事项", "Acts"),
    "home.coverage": (
        "公告自 {first} 至 {last}，来自 {sources} 个文件。",
        "Papers from {first} to {last}, out of {sources} files.",
    ),
    "home.attention": ("需要关注", "Needs attention"),
    "home.vacant": ("空缺 {certain} 个，另有 {possible} 个可能空缺", "{certain} posts vacant, {possible} more possibly"),
    "home.nominations": ("已提名、未见任职：{n}", "Nominated, no appointment seen: {n}"),
    "home.probations": (
        "试用期内 {running}，到期未见转正文件 {lapsed}",
        "On probation {running}, past due without a paper {lapsed}",
    ),
    "home.overdue": ("应有后文而未见：{n}", "Papers expected and not seen: {n}"),
    "home.issues": ("待核事项：{n}", "Issues: {n}"),
    "home.latest": ("最近任免", "Latest acts"),
    # person
    "person.search": ("姓名", "Name"),
    "person.placeholder": ("输入姓名", "Type a name"),
    "person.recent": ("最近有变动的人员：", "People in the newest papers:"),
    "person.all": ("查看全部人员", "All people"),
    "person.unknown": ("没有找到编号或姓名为“{asked}”的人员。", "Nobody bears the id or name “{asked}”."),
    "person.several": ("叫“{asked}”的有 {n} 人，请选择。", "{n} people are called “{asked}”; choose one."),
    "person.current": ("现任：{posts}", "Holds: {posts}"),
    "person.acting": ("代理：{posts}", "Acting as: {posts}"),
    "person.possible": ("可能在任：{posts}", "Possibly holds: {posts}"),
    "person.none_held": ("截至 {day} 未见在任职务。", "No post is known to be held on {day}."),
    "person.evidence": ("依据 {acts} 条 · 截至 {day}", "{acts} acts as evidence · as of {day}"),
    "person.no_career": ("公告中没有这个人的任职。", "The papers tell of no post of this person."),
    "person.marked": ("{post}（{mark}）", "{post} ({mark})"),
    "person.timeline": ("{person}的任职经历", "Career of {person}"),
    "legend.formal": ("正式", "formal"),
    "legend.acting": ("代理", "acting"),
    "legend.nominated": ("提名", "nominated"),
    "legend.concurrent": ("兼任", "concurrent"),
    "legend.seconded": ("挂职", "seconded"),
    "legend.fade": ("日期不确定", "day uncertain"),
    "legend.inferred": ("推断的离任", "end inferred"),
    "person.inferred": ("离任为推断：{rule}", "end inferred: {rule}"),
    "person.probation": ("试用期至 {day}", "on probation to {day}"),
    "person.ranks": ("职级", "Ranks"),
    "person.chains": ("所在调整链", "Part of these reshuffles"),
    "person.namesakes": ("同名的其他人", "Others of the same name"),
    "person.namesakes.note": ("就公告所见，他们是不同的人。", "As far as the papers tell, these are other people."),
    "span": ("任职：{start}；离任：{end}", "start: {start}; end: {end}"),
    "span.open": ("未见", "none seen"),
    "span.nominated": ("提名于 {day}", "nominated {day}"),
    "flag.acting": ("代理", "acting"),
    "flag.concurrent": ("兼任", "concurrent"),
    "flag.seconded": ("挂职", "seconded"),
    "flag.by_procedure": ("按程序办理，未见聘任文件", "by procedure, no paper of appointment seen"),
    # organization
    "organization.search": ("机构名称", "Name of the organization"),
    "organization.placeholder": ("输入机构名称", "Type a name"),
    "organization.all": ("查看全部机构", "All organizations"),
    "organization.unknown": ("没有找到编号或全称为“{asked}”的机构。", "No organization bears the id or full name “{asked}”."),
    "organization.part_of": ("隶属 {name}", "Part of {name}"),
    "organization.roster": ("{day} 名册", "Roster on {day}"),
    "organization.no_roster": ("{day} 没有见到在任者。", "Nobody is seen in office on {day}."),
    "organization.covered": (
        "任命机关的公告收录至 {day}；此后的在任者只能算“可能”。",
        "Papers of those who appoint are seen to {day}; after that day a holder is only “possible”.",
    ),
    "organization.changes": ("人员变动", "Changes"),
    "organization.no_changes": ("{start} 至 {end} 没有变动。", "No changes from {start} to {end}."),
    "organization.posts": ("职务", "Posts"),
    "organization.history": ("历任{post}", "Holders of {post}"),
    "organization.lineage": ("沿革", "Lineage"),
    "organization.parts": ("内设与下属机构", "Units"),
    # vacancies
    "vacancies.title": ("空缺职务", "Vacant posts"),
    "vacancies.about": (
        "只列一职一人的职务。“未见任命”只说明在所收录的公告中没有见到继任者；“确认空缺”是文件写明的。副职、委员等席位数不明，不列。",
        (
            "Only posts with one seat. “No successor seen” says no more than that; “confirmed” is stated by a paper. "
            "Deputies and members have no known number of seats and are left out."
        ),
    ),
    "vacancies.none": ("{day} 没有已知的空缺。", "No vacancy is known on {day}."),
    "vacancies.acting": ("{names}（代理）", "{names} (acting)"),
    "vacancies.nominee": ("{names}（拟任）", "{names} (nominated)"),
    "vacancies.possible": ("另有 {n} 个可能", "{n} more possible"),
    "vacancies.list": ("{day} 的空缺", "Vacant on {day}"),
    "vacancies.others": ("不计入的空缺", "Not counted"),
    "vacancies.others.about": (
        "临时机构、机构改革后被取代的职务，以及“常务副职”一类的分工。",
        "Ad hoc bodies, posts of bodies that were succeeded by others, and designations such as executive deputy.",
    ),
    "vacancies.papers": ("收录范围", "Coverage"),
    "vacancies.papers.about": (
        "“未见任命”指在下列机关截至所列日期的公告中未见。",
        "“Not seen” means: in the papers of these bodies, to the day given.",
    ),
    "vacancies.says.confirmed": ("文件写明空缺。自 {since} 起。", "A paper says that it is vacant, since {since}."),
    "vacancies.says.no_successor_seen": (
        "自 {since} 起，截至 {day} 的公告中未见继任者。",
        "Since {since}; no successor is seen in the papers to {day}.",
    ),
    "vacancies.says.pending": (
        "自 {since} 起空缺，已有提名或代理，截至 {day} 未见正式任命。",
        "Empty since {since}; somebody is nominated or acting, no appointment seen to {day}.",
    ),
    "vacancies.says.superseded": ("自 {since} 起；机构已被其他机构取代。", "Since {since}; the body was succeeded by another."),
    "vacancies.says.ad_hoc": ("自 {since} 起；临时机构。", "Since {since}; an ad hoc body."),
    "vacancies.says.designation": (
        "自 {since} 起；属分工，不是单独的职位。",
        "Since {since}; a designation, not a seat of its own.",
    ),
    # turnover
    "turnover.about": (
        "按人计，不按职务计。进：前一天不在、当天在该机构任职；出：相反；机构内换岗只算一次内部调整。代理转正、提名、挂职、职级不计。",
        (
            "People are counted, not posts. Entry: in no post of the body the day before and in one that day; exit: the reverse; "
            "a change of post inside is one internal move. Ranks, nominations, secondments and acting turned formal do not count."
        ),
    ),
    "turnover.none": ("{start} 至 {end} 没有变动。", "No changes from {start} to {end}."),
    "turnover.people": ("人数", "People"),
    "turnover.sort": ("变动", "Change"),
    "turnover.chart": ("各机构进、出与内部调整的人数", "People entering, leaving and moving inside each organization"),
    # reshuffles
    "reshuffles.title": ("调整链与对调", "Chains and swaps"),
    "reshuffles.about": (
        "一人离任留下空缺，由下一人填补，后者又留下空缺：从左到右读空缺，箭头指向所任的职务。点箭头看依据。",
        (
            "Somebody leaves, the next fills the gap and leaves another: vacancies from left to right, arrows to the post taken. "
            "Pick an arrow to see its sentences."
        ),
    ),
    "reshuffles.number": ("文号（看一份文件中的调整）", "Document number (the moves of one paper)"),
    "reshuffles.placeholder": ("如 三政任〔2020〕1号；留空则按时间段", "such as 三政任〔2020〕1号; empty for a period"),
    "reshuffles.none": ("{start} 至 {end} 未发现两步以上的调整链。", "No chain of two steps or more from {start} to {end}."),
    "reshuffles.counts": ("调整链 {chains} 条，对调 {swaps} 组", "{chains} chains, {swaps} swaps"),
    "reshuffles.chains": ("调整链", "Chains"),
    "reshuffles.swaps": ("对调", "Swaps"),
    "reshuffles.unknown": ("没有文号为“{number}”的公告。", "No paper bears the number “{number}”."),
    "reshuffles.nobody": ("{number} 中没有职务调整。", "{number} moves nobody."),
    "reshuffles.paper": ("{number} · {issuer}", "{number} · {issuer}"),
    "chain.left": ("原任 {person}", "left by {person}"),
    "chain.empty": ("原任 {person}，空缺", "left by {person}, empty"),
    "chain.newcomer": ("未空出原职", "vacates no post"),
    "chain.unseen": ("去向未见", "no next post seen"),
    "chain.step": ("{person}：{origin} → {goal} {day}", "{person}: {origin} → {goal} {day}"),
    "chain.title": ("{people}（{n} 步）", "{people} ({n} steps)"),
    "chain.swap": ("{people}（互换）", "{people} (swap)"),
    "chain.ended.newcomer": ("最后一人没有空出别的职务", "the last one vacates no post"),
    "chain.ended.unfilled": ("最后空出的职务未见接任", "nobody is seen in the post left last"),
    "chain.ended.superseded": ("最后空出的职务所在机构已被取代", "the body of the post left last was succeeded by another"),
    "chain.ended.deputy": ("最后空出的是副职，席位数不明", "the post left last has no known number of seats"),
    "chain.ended.held": ("最后离开的职务另有人在任", "somebody else is in the post left last"),
    "chain.ended.window": ("超出所选时间段", "the rest lies outside the period"),
    "chain.ends": ("到此为止：{how}", "It ends there: {how}"),
    # notices
    "notices.search": ("标题、文号或发文机关", "Title, document number or issuer"),
    "notices.placeholder": ("如 三政任、教育局", "such as 三政任, 教育局"),
    "notices.none": ("没有符合条件的公告。", "No notice fits."),
    "notices.counts": ("第 {first}–{last} 条，共 {total} 条", "{first}–{last} of {total}"),
    "notices.unknown": ("没有编号为“{notice}”的公告。", "No notice bears the id “{notice}”."),
    "notices.all": ("查看全部公告", "All notices"),
    "notices.heads": ("标题称 {stated} 人，文中读到 {found} 人", "The title states {stated} people; {found} were read"),
    "notices.sources": ("来源文件", "Source file"),
    "notices.legend": (
        "蓝色：已读懂的条款，可点选；橙色虚线：待核；红色：所选。来源：{path}",
        "Blue: clauses understood, pick one; orange dashed: an issue; red: the one chosen. Source: {path}",
    ),
    "notices.acts": ("任免事项（{n}）", "Acts ({n})"),
    "notices.no_acts": ("没有读到任免事项。", "No act was read."),
    "notices.qualifier": ("（{text}）", " ({text})"),
    "notices.issues": ("待核事项（{n}）", "Issues ({n})"),
    # import
    "import.about": (
        "可上传 {types}，每个不超过 {size} MB。先读给您看，确认后才存入。",
        "Upload {types}, up to {size} MB each. They are read and shown first and stored only when you confirm.",
    ),
    "import.choose": ("选择公告文件", "Choose papers"),
    "import.preview": ("预览：还没有存入", "Preview: nothing is stored yet"),
    "import.files": ("文件", "Files"),
    "import.notices": ("公告", "Notices"),
    "import.acts": ("任免事项", "Acts"),
    "import.issues": ("待核事项", "Issues"),
    "import.restricted": (
        "文中出现“秘密”“机密”或“内部”字样。请确认可以存入。",
        "The text is marked 秘密, 机密 or 内部. Make sure that it may be stored.",
    ),
    "import.no_acts": ("没有读到任免事项；存入后仍可查看原文。", "No act was read; once stored the text can still be looked at."),
    "import.confirm": ("确认导入", "Import"),
    "import.jobs": ("导入记录", "Imports"),
    "import.no_jobs": ("暂无导入记录。", "Nothing has been imported yet."),
    "import.more": ("{files} 等 {n} 个文件", "{files} … {n} files"),
    "import.running": ("正在导入 {files}：{stage}", "Importing {files}: {stage}"),
    "import.report": (
        "新文件 {new}，有变化 {changed}，未变 {same}；新增任免事项 {added}，移除 {removed}，待核 {issues}；用时 {seconds} 秒。",
        "{new} new files, {changed} changed, {same} as before; {added} acts added, {removed} removed, {issues} issues; {seconds}s.",
    ),
    "stage.waiting": ("等待其他写入完成", "waiting for another writer"),
    "stage.acts": ("写入任免事项", "writing acts"),
    "stage.persons": ("辨认人员", "telling persons apart"),
    "stage.organizations": ("推导任职与空缺", "deriving tenures and vacancies"),
    "stage.chains": ("连接调整链", "linking chains"),
    "import.failed": (
        "{files} 导入失败：{what} 原有数据保持完整。",
        "{files} was not imported: {what} What was stored before is whole.",
    ),
    "import.done": ("{at} 已导入 {files}。", "{at}: imported {files}."),
    # console
    "console.about": (
        "从例题开始，或用 Cypher 直接提问。只读，不会改动数据。",
        "Start from an example or ask in Cypher. Read-only.",
    ),
    "console.examples": ("例题", "Examples"),
    "console.own": ("Cypher", "Cypher"),
    "console.question": ("问题", "Question"),
    "console.statement": ("这个问题的 Cypher", "The Cypher of this question"),
    "console.missing": ("请填写：{names}", "Please fill in: {names}"),
    "console.coverage": ("收录末日", "end of coverage"),
    "console.readonly": (
        "只允许读取，超过 {seconds} 秒的查询会被终止。",
        "Reading only; a query is ended after {seconds} seconds.",
    ),
    "console.run": ("执行", "Run"),
    "console.refused": ("服务器没有执行这条查询。服务器的说明：", "The server did not run this query. It says:"),
    "console.took": ("用时 {seconds} 秒", "took {seconds} s"),
    "console.rows": ("共 {n} 行", "{n} rows"),
    "console.nothing": ("查询没有结果。", "The query gives no rows."),
    "console.answer": ("查询结果", "Answer"),
}
