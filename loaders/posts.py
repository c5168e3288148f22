"""Splits what is written of posts into organization and title (design 3.6, the rules of writing in `data/README.md`).

The title is what stands at the end, the organization everything before it, as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from graph.model import Kind
from loaders import lexicon
from loaders.fold import fold
from loaders.lexicon import Endings

_TITLES = lexicon.endings("titles")
_OPEN = lexicon.endings("open_titles")
_PREFIXES = lexicon.endings("title_prefixes")
_INNER = lexicon.endings("inner_organs")
_PLACE_ORGANS = lexicon.words("place_organs")
_PLACES = lexicon.endings("places")
_ORGANIZATIONS = lexicon.endings("organization_endings", "places")
_BODIES = lexicon.pairs("bodies_of_titles")
_HEADS = lexicon.pairs("place_heads")
_FORMED = re.compile(f"(?:{lexicon.patterns('formed_titles')})$")
_DIVISION_HEADS = lexicon.words("division_heads")
_NOT_OF_PLACES = ("经理", "主管")
"""What stands between a place and these is the name of a firm, not of a division."""
_ACROSS = lexicon.words("words_across")
_NAMED = lexicon.endings("organization_endings")
_RANK = re.compile(f"(?:{lexicon.patterns('ranks')})$")
_LEVEL = re.compile(f"(?:{lexicon.patterns('levels')})$")
_TERM = re.compile(r"第[一二三四五六七八九十百\d]+届$")
_ACTING = re.compile(r"(?<![时当现古近世])代理?$|署理$")
_ACTS_AS = re.compile(r"代理?(?=[^表办码数课]..?$|[^表办码数课]$)")
_IN_CHARGE = re.compile(r"(?:(?:临时)?主持[^，、]{0,6}?工作的?|分管(?:[^，、]{1,8}的)?|负责[^，、]{1,8}的)$")
_GARRISONS = ("军区", "军分区", "警备区", "战区")
"""They end like places and are none: a garrison has inner organs."""
_FALSE_ENDING = re.compile(r"(?:社会|农村|机会|执行|先行|全部|干部|内部|外部|部分|开办|举办|主办)$")
_COURT = re.compile(r".*?(?:法院|检察院)")
_OF_THE_COURT = frozenset(
    {"审判员", "检察员", "审判委员会委员", "检察委员会委员", "审委会委员", "检委会委员", "院长", "副院长", "检察长", "副检察长"}
)
_COMMITTEE = re.compile(r"(?:[省市县区州旗盟地镇乡]|自治区党|街道党)[委](?:员会)?$|(?:[镇乡]|街道|社区)党(?:工)?委$")
"""The party committee of a place: 纪委 beside it is a body of its own."""
_INNER_STARTS = ("党组", "党委", "纪委", "工会", "团委", "机关")
_OF_THE_FIRM = ("总经理", "副总经理", "常务副总经理", "总裁", "副总裁", "董事", "监事", "财务总监")
_PARTS_OF_FIRMS = ("部", "处", "室", "科", "组", "车间", "中心")
"""Nobody is 总经理助理 of a division: a firm has one."""
_DIVISIONS = ("科", "室", "股", "处", "组")
"""An inner organ belongs to a bureau or firm, not to a division of one."""
_JUDGES = frozenset({"审判员", "检察员", "审判委员会委员", "检察委员会委员"})
_DIVISION_OF_COURT = ("庭", "处", "室", "科", "局", "队", "部")
_WITHOUT_BODY = frozenset({"人民陪审员", "人民监督员"})
_NEW = re.compile(r"^(?:新一任|新一届|新任|首任)|(?:新一任|新一届|新任|首任)$")
_SHORT_NAME = re.compile(r"[（(](?:以下)?(?:简称)?[：:]?[“\"][^”\"]{0,60}[”\"][）)]$")
_NO_BODY = re.compile(
    r"任命|免去|免除|此前是|之前是|曾是|^成为|同志|不再|担任|决定|先生|女士|，|提名(?!委员会|与|、薪)|当选|辞去|职务|解聘|责令|^为(?!民)|^(?:同时|并|其|现|由|拟|兼)(?!并)|\d{4}年|(?<![责主信常一二三四五六七八九十\d])任(?![丘城县家泽])"
)
_SEPARATOR = re.compile(r"（[^（）]*）|“[^”]*”|、|，|；|并?兼任?|以?及|和|与")
_BRACKETS = re.compile(r"(?:（([^（）]*(?:（[^（）]*）[^（）]*)*)）)$")
_NO_POST = re.compile(r"(?:、|以?及|和|与|并|兼)(?:(?:公司|集团|企业|单位|中心|学校|医院)的?)?法定代表人(?=$|、|以?及|和|职务|的)")
"""Who speaks for a firm before the law holds no post by that."""
_LONGEST = 2000
"""A longer text is no row of posts."""
_TRAILING = re.compile(r"(?:的?(?:职务|职级|职责|职权|一职|之职|资格|人选|候选人|职位|岗位|考察对象|考核对象|提名人选)){1,6}$")


class PostItem(Struct, frozen=True):
    """One post of a row: organization and title as written, and what stood in brackets or beside it."""

    organization: str
    post: str
    kind: Kind = "post"
    qualifier: tuple[str, ...] = ()
    bare: bool = False
    """Whether no organization is written at it: `organization` then comes from the row, or is empty."""


def title_ends() -> frozenset[str]:
    """The characters with which titles and ranks end, as folded text has them."""
    return frozenset(_TITLES.last | _OPEN.last | _RANK_ENDS | _FORMED_ENDS)


def find_title(text: str, end: int | None = None) -> tuple[int, Kind] | None:
    """Where the title at the end of a folded text begins, and its kind; None when the text ends in no title.

    >>> find_title("三门峡市红十字会专职副会长")
    (8, 'post')
    >>> find_title("财政部党组副书记")
    (3, 'post')
    """
    end = len(text) if end is None else end
    closed, opened = _TITLES.before(text, end), _OPEN.before(text, end)
    if text[end - 1 : end] in _FORMED_ENDS and (formed := _FORMED.search(text, max(0, end - 11), end)):
        closed = min(closed, formed.start())
    rank = _RANK.search(text, max(0, end - 14), end) if text[end - 1 : end] in _RANK_ENDS else None
    if rank and rank.start() < min(closed, opened):
        return rank.start(), "rank"
    if closed == opened == end:
        return None
    if opened < closed:
        return _open_start(text, opened), "post"
    start = _prefixes(text, closed)
    if text[closed:end] == "主任" and text.endswith("街道办", 0, closed):
        return start, "post"
    if text[closed:end] in _DIVISION_HEADS:
        return _division_start(text, start, text.endswith(_NOT_OF_PLACES, 0, end)), "post"
    return _with_inner_organ(text, start), "post"


def _division_start(text: str, start: int, firm: bool) -> int:
    """Where the title of a head begins into which the name of his division has gone (执法支队长); `start` when it has not.

    >>> text = "澜川市城市管理局执法支队长"
    >>> text[_division_start(text, 10, firm=False) :]
    '执法支队长'
    """
    if start == 0 or text[start - 1] in "）的" or _ORGANIZATIONS.before(text, start) < start:
        return _with_inner_organ(text, start)
    bodies = _NAMED if firm else _ORGANIZATIONS
    for end in range(start - 1, max(start - 7, 1), -1):
        if _ends_body(text, end, bodies, start):
            return _with_inner_organ(text, end)
    return start


def _ends_body(text: str, end: int, bodies: Endings, title: int) -> bool:
    """Whether the name of an organization can end at a place: behind its last word, and not inside one in front of the `title`."""
    if bodies.before(text, end) == end or _FALSE_ENDING.search(text, 0, end):
        return False
    return end == title or text[end - 1 : end + 1] not in _ACROSS


_FORMED_ENDS = frozenset("官师员家")
_RANK_ENDS = frozenset("员级办督长官任管监师辑者教士授审职练")


def _prefixes(text: str, start: int) -> int:
    while (longer := _PREFIXES.before(text, start)) < start:
        start = longer
    return start


def _open_start(text: str, head: int) -> int:
    if text.startswith("助理", head):
        chief = _TITLES.before(text, head)
        if chief < head:
            return chief
    if text.startswith(("代表", "观察员"), head) and "驻" in text[:head]:
        return _prefixes(text, head)
    level = _LEVEL.search(text, 0, head)
    limit = _prefixes(text, level.start() if level else head)
    for end in range(limit, 0, -1):
        if _ends_body(text, end, _ORGANIZATIONS, limit):
            return _with_inner_organ(text, end)
    return limit if limit > 3 and text.startswith("中国") and text.startswith(("董事", "监事"), head) else 0


def _with_inner_organ(text: str, start: int) -> int:
    """The start of the post when the organ in front of it is an inner one, else `start`."""
    organ = _INNER.before(text, start)
    if organ == start:
        return start
    word = text[organ:start]
    of_a_place = _PLACES.before(text, organ) < organ and not text.endswith(_GARRISONS, 0, organ)
    if word in _PLACE_ORGANS and (of_a_place or text.endswith("中央", 0, organ)):
        return start
    if word.startswith("工会") and text.endswith("总", 0, organ):
        return start
    if organ == 1 and word.startswith(("团委", "工会")):
        return start  # 校团委 is what the unit calls itself
    term = _TERM.search(text, 0, organ)
    return term.start() if term else organ


def _acting(text: str, start: int) -> re.Match[str] | None:
    """The 代 or 代理 inside or before the title."""
    return _ACTING.search(text, 0, start)


@lru_cache(maxsize=512)
def split_post(written: str) -> PostItem | None:
    """One post as written, split; None when it ends in no title.

    >>> split_post("三门峡市农业农村局总农艺师（试用期为一年）")
    PostItem(organization='三门峡市农业农村局', post='总农艺师', kind='post', qualifier=('试用期为一年',), bare=False)
    """
    written, qualifier = _strip_brackets(written)
    folded = fold(written)
    trailing = _TRAILING.search(folded)
    if trailing and trailing.start():
        written, folded = written[: trailing.start()], folded[: trailing.start()]
        written, more = _strip_brackets(written)
        folded, qualifier = folded[: len(written)], more + qualifier
    found = find_title(folded)
    if found is None:
        return None
    start, kind = found
    started = _ACTS_AS.match(folded, start)
    post = written[started.end() if started else start :]
    organization = written[:start]
    acting = _acting(folded, start)
    if acting:
        organization = organization[: acting.start()]
    acts_as = acting or started
    if acts_as:
        qualifier = (acts_as.group(), *qualifier)
    in_charge = _IN_CHARGE.search(fold(organization))
    if in_charge:
        organization = organization[: in_charge.start()]
        qualifier = (in_charge.group().removesuffix("的"), *qualifier)
    organization = _SHORT_NAME.sub("", _NEW.sub("", organization.removesuffix("的")))
    if _NO_BODY.search(fold(organization)) or post.startswith("成为"):  # 成为首名被免职的干部
        return None
    bare = not organization
    if bare and fold(post) in _BODIES:
        organization, bare = _BODIES[fold(post)], False
    return PostItem(organization, post, kind, qualifier, bare)


def _strip_brackets(written: str) -> tuple[str, tuple[str, ...]]:
    """The text without the brackets at its end, and what stood in them."""
    qualifier: tuple[str, ...] = ()
    while written.endswith(("）", ")")):
        match = _BRACKETS.search(written.replace("(", "（").replace(")", "）"))
        if not match or not match.start():
            break
        qualifier = (*re.split("[，,；;]", written[match.start() + 1 : -1]), *qualifier)
        written = written[: match.start()]
    return written, qualifier


def _ends_in_title(text: str) -> bool:
    while text.endswith("）"):
        match = _BRACKETS.search(text)
        if not match:
            return False
        text = text[: match.start()]
    trailing = _TRAILING.search(text)
    return find_title(text[: trailing.start()] if trailing else text) is not None


@lru_cache(maxsize=512)
def split_row(written: str) -> tuple[PostItem, ...] | None:
    """The posts of a row such as 甲局副局长、乙办主任兼丙处处长; None when some part of it ends in no title.

    A post without an organization of its own shares the one before it; in front of the first it is empty and `bare`.

    >>> [(item.organization, item.post) for item in split_row("河北省委委员、常委、书记")]
    [('河北省委', '委员'), ('河北省委', '常委'), ('河北省委', '书记')]
    """
    if not written or len(written) > _LONGEST:
        return None
    folded = fold(written)
    if "法定代表人" in folded and (cut := _NO_POST.search(folded)) and cut.start():
        written = written[: cut.start()] + written[cut.end() :]
        folded = fold(written)
    parts: list[tuple[str, str]] = []
    start, joined = 0, ""
    for match in _SEPARATOR.finditer(folded):
        word = match.group()
        if word[0] in "（“" or match.start() < start or not _ends_in_title(folded[start : match.start()]):
            continue
        parts.append((joined, written[start : match.start()]))
        start, joined = match.end(), word
    parts.append((joined, written[start:]))
    items: list[PostItem] = []
    for joined, part in parts:
        item = split_post(part)
        if item is None:
            return None
        if "兼" in joined:
            item = PostItem(item.organization, item.post, item.kind, (joined.removeprefix("并"), *item.qualifier), item.bare)
        items.append(shared(item, items[-1].organization if items else "", [one.organization for one in items]))
        for note in item.qualifier:
            also = split_row(note.removeprefix("兼").removeprefix("任")) if len(note) > 3 and note.startswith("兼") else None
            if also:
                items[-1] = _without(items[-1], note)
                items.extend(PostItem(one.organization, one.post, one.kind, ("兼", *one.qualifier), one.bare) for one in also)
    return tuple(items)


def _without(item: PostItem, note: str) -> PostItem:
    """The post without one of its qualifiers."""
    kept = tuple(one for one in item.qualifier if one != note)
    return PostItem(item.organization, item.post, item.kind, kept, item.bare)


def shared(item: PostItem, organization: str, before: list[str] | None = None) -> PostItem:
    """A bare post with the organization it shares: the body before it, the court of a judge, the place of its head.

    >>> shared(PostItem("", "乡长", bare=True), "牛场乡党委").organization
    '牛场乡'
    """
    if not item.bare or not organization:
        return item
    post = fold(item.post)
    if post in _WITHOUT_BODY:
        return item
    if post in _OF_THE_COURT:
        for candidate in (organization, *reversed(before or [])):
            court = _COURT.match(fold(candidate))
            if court:
                organization = candidate[: court.end()]
                break
        else:
            if post in _JUDGES and fold(organization).endswith(_DIVISION_OF_COURT):
                return item
    elif post.startswith("纪委") and _COMMITTEE.search(fold(organization)):
        return PostItem(item.post[:2], item.post[2:], item.kind, item.qualifier, True)
    elif post.startswith((*_INNER_STARTS, *_OF_THE_FIRM)):
        if fold(organization).endswith(_DIVISIONS if post.startswith(_INNER_STARTS) else _PARTS_OF_FIRMS):
            return item
    else:
        place = place_of_head(post, organization)
        if place is not None:
            organization = place
    return PostItem(organization, item.post, item.kind, item.qualifier, True)


def share_out(items: Sequence[PostItem], count: int) -> Sequence[PostItem]:
    """One post for each of `count` people of whom 分别 speaks, in their order; empty when there are not as many.

    >>> [item.organization for item in share_out(split_row("甲县教育局、乙县水利局局长") or (), 2)]
    ['甲县教育局', '乙县水利局']
    """
    if len(items) == count:
        return items
    bodies = items[0].organization.split("、") if len(items) == 1 else []
    if len(bodies) != count:
        return ()
    return [PostItem(body, items[0].post, items[0].kind, items[0].qualifier) for body in bodies]


def ends_as_body(folded: str) -> bool:
    """Whether a name ends as those of organizations and places do."""
    return _ORGANIZATIONS.before(folded, len(folded)) < len(folded)


def is_employer(text: str) -> bool:
    """Whether a text is the body where somebody works, rather than a division of one.

    >>> is_employer("县统计局"), is_employer("骨科"), is_employer("试用期一年")
    (True, False, False)
    """
    folded = fold(text)
    return ends_as_body(folded) and not folded.endswith(_DIVISIONS)


def place_of_head(post: str, organization: str) -> str | None:
    """The place that a bare 市长, 副县长 … is head of beside the party committee of that place; None for other posts.

    >>> place_of_head("副县长", "灵台峪县委")
    '灵台峪县'
    """
    title = post
    for prefix in ("代理", "代", "常务", "副"):
        title = title.removeprefix(prefix)
    word = _HEADS.get(title)
    if word is None:
        return None
    folded = fold(organization)
    committee = re.search(r"(?:党工委|党委|纪委|委员会|工委|委|人民政府|政府|人大常委会|人大|政协)$", folded)
    if committee and folded[: committee.start()].endswith(word):
        if committee.group() in ("人民政府", "政府"):
            return organization
        at = committee.start()
        if folded[:at].endswith(word * 2):
            at -= len(word)  # 甲县|县委
        return organization[:at].removeprefix("中共") if at > len(word) else ""
    if folded.endswith(word):
        return organization
    return None


def split_titles(line: str) -> list[tuple[str, str, Kind]]:
    """A line of titles as rosters print it, as (organization, post, kind); empty when it cannot be split.

    >>> split_titles("市政府副秘书长、市政务和大数据局局长")
    [('市政府', '副秘书长', 'post'), ('市政务和大数据局', '局长', 'post')]
    >>> split_titles("三门峡市交通运输局机关党委副书记、机关纪委书记")[1]
    ('三门峡市交通运输局', '机关纪委书记', 'post')
    """
    row = split_row(line)
    return [(item.organization, item.post, item.kind) for item in row] if row else []
