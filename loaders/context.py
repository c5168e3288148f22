"""What a clause leaves out and takes from the text around it: people named before, the organization, the place."""

from __future__ import annotations

import re

import msgspec

from loaders import lexicon
from loaders.fold import fold
from loaders.names import Person
from loaders.passage import NoticeText, Passage
from loaders.posts import PostItem, is_employer, shared, split_post, split_row
from loaders.rules import rules

_SELF = re.compile(
    r"(?:我|本|你|该|全)?(?:集团)?(公司|司|集团|学院|学校|校|院|医院|局|站|所|中心|厅|委|办|会|行|社|馆|台|厂|区|县|市|镇|乡|街道)"
)
_PART_OF_SELF = re.compile(r"[我本你](?:院|校|站|所|中心|馆|厂|公司|司|集团|学院|医院)(?!长)")
_SELF_ALONE = frozenset({"公司", "集团", "集团公司", "学校", "医院", "学院"})
_SCHOOL = "(?:学院|大学|学校|中学|小学|校)"
_KIND = {
    "行": "行(?:股份有限公司|有限责任公司|有限公司|分行|支行)?",
    "司": "(?:公司|集团|司)",
    "校": _SCHOOL,
    "学校": _SCHOOL,
    "集团": "(?:集团|公司)",
}
_ETHNICITIES = lexicon.words("ethnicities")
_LOCAL = ("社区", "街道", "村", "镇", "乡")
_ROLE = re.compile(f"(?:{lexicon.alternatives('roles')})$")
_OF_THE_ISSUER = ("机关党", "机关纪", "机关工", "工会", "团委")
"""Posts of the body that speaks, where a clause names no other: they are not carried over from the clause before."""
_REACH = 8000
_YEARS = re.compile(r"(?:1[89]|20)\d{2}")
_INNER = re.compile(r"(?:中共|中国共产党)|(?:股东大会|董事会|监事会|党委|委员会|党组|办公室)$")
_ANNOUNCES = re.compile(
    r"(?:^|[，。；：日]|晚间?|上午|下午|电)(?P<firm>[\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z0-9]{1,15}?)(?:（[^（）]{1,30}）)?"
    r"(?:于?\d{1,2}月\d{1,2}日)?(?:昨日|昨晚|今日|日前|近日|当日|晚间){0,3}(?:发布|刊登|披露|公告)(?:了|称|显示|的?公告|重大|人事|关于|，|：)"
)
"""Who announces: the firm that the text then calls 公司."""
_NO_FIRM = re.compile(r"公司|董事会|监事会|本报|记者|[会局所院部府办委]$")
_FIRM = re.compile(r"[^，。；：、（）]{2,24}?(?:有限|集团)公司")
_SETS_UP = re.compile(r"(?:设立|成立|组建|新建|新设)了?([^，。；：]{4,80}?)(?=[，。；]|$)")
_MENTIONS = 20
"""How many mentions of somebody are looked at for the post that introduces the name."""
_BOUNDARY = re.compile(r"[，。；：]|(?:[一二三四五六七八九十]{1,3}是|对|由|经|将|给予)(?=[^，。；：]{0,60}$)")


class Context:
    """What is known when a clause of one notice is read."""

    def __init__(self, notice: NoticeText) -> None:
        self.notice = notice
        self.persons: tuple[Person, ...] = ()
        self.mentioned: list[Person] = []
        """People of proposals and reports, to whom a later 以上同志 refers."""
        self.mentioned_in = (Passage("", ()), 0)
        self.portrait: tuple[Person, Passage, int, int] | None = None
        """Whose life the text tells (张三，男，1970年生), and the clause that names him: periods and posts that follow are his."""
        self.told_in: Passage | None = None
        """The paragraph of facts whose person stands on the line above it."""
        self.first_life = ""
        """The first one whose life the text tells."""
        self.passage = Passage("", ())
        self.start = 0
        self.number = 0
        """The passage, place and number of the clause that named `persons`."""
        self.organization = ""
        self.written = ""
        """The organization written last in the clause being read."""
        self.heading = ""
        """An organization that stands as a heading over the lines below it."""
        self.courts: list[str] = []
        self.text = ""
        """The folded text read last, as far back as an introduction is looked for."""
        names = (notice.place, notice.issuer, _INNER.sub("", notice.issuer).removeprefix("中国"))
        self.starts = frozenset(fold(name)[:2] for name in names if name)
        """First two characters of the organizations that the notice has named."""

    def name(self, persons: tuple[Person, ...], passage: Passage, start: int, number: int) -> None:
        """Remembers the people of a clause."""
        self.persons, self.passage, self.start, self.number = persons, passage, start, number

    def remember(self, folded: str) -> None:
        """Keeps the text read, for a later word that needs it."""
        self.text = (self.text + folded)[-_REACH:]

    def bodies_set_up(self) -> list[str]:
        """The bodies that the text has set up last (设立甲幼儿园、乙幼儿园)."""
        told = _SETS_UP.findall(self.text)
        return re.split("、|以?及|和", told[-1]) if told else []

    def qualify(self, word: str) -> None:
        """Adds what a phrase of its own says of the one person named: 女, 回族."""
        if len(self.persons) != 1:
            return
        one = self.persons[0]
        if not rules().facts.match(word):
            row = split_row(word) if not one.previous else None
            if row and row[0].organization:  # 郭涛，某税务所副所长，晋升…
                self.persons = (Person(one.name, one.gender, one.ethnicity, one.qualifier, word),)
            return
        gender = word if word in ("男", "女") and not one.gender else one.gender
        ethnicity = word if word in _ETHNICITIES and not one.ethnicity else one.ethnicity
        one = Person(one.name, gender, ethnicity, one.qualifier, one.previous, one.start, one.end)
        self.persons = (one,)
        self.portray()

    def portray(self) -> None:
        """Takes the one person named for the one whose life follows."""
        if len(self.persons) != 1:
            return
        one = self.persons[0]
        if any(map(_YEARS.search, one.qualifier)):  # 张三（1958年4月—）
            one = msgspec.structs.replace(one, qualifier=tuple(note for note in one.qualifier if not _YEARS.search(note)))
            self.persons = (one,)
        self.portrait = one, self.passage, self.start, self.number
        self.first_life = self.first_life or fold(one.name)

    def recall(self) -> bool:
        """Makes the person whose life is told the subject again; False when there is none."""
        if self.portrait is None:
            return False
        person, passage, start, number = self.portrait
        self.name((person,), passage, start, number)
        return True

    def mention(self, persons: tuple[Person, ...], passage: Passage, start: int) -> None:
        """Remembers people of a proposal, and where the first of them stands."""
        if not self.mentioned:
            self.mentioned_in = (passage, start)
        self.mentioned.extend(persons)

    def recall_mentioned(self) -> None:
        """Makes the people of proposals and reports the subject, when there are any."""
        if self.mentioned:
            self.name(tuple(self.mentioned), *self.mentioned_in, 0)

    def resolve(self, item: PostItem, person: Person) -> PostItem:
        """The post with the organization that the text leaves out; later posts may share it."""
        if item.bare and not item.organization:
            item = self._found(item, person)
        else:
            own = self.named(self._under_heading(item.organization))
            self.written = own
            if own != item.organization:
                item = PostItem(own, item.post, item.kind, item.qualifier, True)
        if item.organization:
            self.organization = item.organization
            folded = fold(item.organization)
            if folded[:2] not in self.starts:
                self.starts |= {folded[:2]}
            if "法院" in folded or "检察院" in folded:
                self.courts.append(item.organization)
        return item

    def _found(self, item: PostItem, person: Person) -> PostItem:
        if item.kind == "rank":
            at_work = [note for note in person.qualifier if is_employer(note)]  # 赵青（县统计局）
            if at_work:
                return PostItem(at_work[0], item.post, item.kind, item.qualifier, True)
        if item.kind == "rank" and person.previous:
            row = split_row(person.previous)
            own = row[-1].organization if row else _ROLE.sub("", person.previous)
            if own:
                self.written = own
                return PostItem(own, item.post, item.kind, item.qualifier, True)
        if self.heading and not self.written:
            whole = split_post(self.heading + item.post)
            if whole:
                return PostItem(whole.organization, whole.post, whole.kind, item.qualifier, True)
        if not self.written and fold(item.post).startswith(_OF_THE_ISSUER):
            return item
        if item.kind == "rank" and not self.written and not self.heading:
            return item  # what another person's clause names is not where this one works
        row = split_row(self.introduced(person).previous) or ()
        introduced = [one for one in row if one.post == item.post and one.organization]
        if introduced:
            return PostItem(introduced[0].organization, item.post, item.kind, item.qualifier, True)
        return shared(item, self.organization, [*self.courts, self.heading])

    def _under_heading(self, organization: str) -> str:
        """The full name of a body whose first word ends the heading above it: 社区居委会 under 西山社区."""
        word = next((word for word in _LOCAL if self.heading.endswith(word) and organization.startswith(word)), "")
        return self.heading + organization.removeprefix(word) if word else organization

    def named(self, organization: str) -> str:
        """The full name for 公司, 我院, 你站 where the paper says whose; else the words as they stand."""
        match = _SELF.fullmatch(fold(organization))
        part = _PART_OF_SELF.match(organization)
        if part and not match:
            return self.named(part.group()) + organization[part.end() :]  # 你院内科
        known, own = fold(self.organization), fold(organization)
        if own.startswith("该") and len(own) > 1 and known.endswith(own[1:]) and len(known) >= len(own) + 1:
            return self.organization
        if not match or (organization[0] not in "我本你该全" and match.group() not in _SELF_ALONE):
            return organization
        kind = _KIND.get(match[1], match[1])
        sources = (
            (self.notice.recipients,)
            if organization[0] == "你"
            else (self.notice.issuer, self.notice.title, self.notice.recipients)
        )
        if kind == _KIND["学校"] and not organization.startswith("你"):
            schools = re.findall(r"[^，。；：、是]{2,18}?(?:中学|小学|学校|大学|学院|幼儿园|高中)", self.text)
            sources = (*sources, *schools[-1:])
        if kind == "公司" and not organization.startswith("你"):
            sources = (*sources, *self._firms()[:1])
        for source in sources:
            name = _INNER.sub("", _INNER.sub("", source))
            found = re.match(rf"[^，；：、]{{2,28}}?{kind}(?=$|关于|董事|[（(]|各)", name)
            if found and (found.group() != organization):
                return found.group()
        return (self._announcer() if kind == "公司" else "") or organization

    def _announcer(self) -> str:
        """The firm that news say announces something (某某重工发布公告称)."""
        for passage in self.notice.passages[:3]:
            found = _ANNOUNCES.search(fold(passage.text))
            if found and not _NO_FIRM.search(found["firm"]):
                return passage.text[found.start("firm") : found.end("firm")]
        return ""

    def _firms(self) -> list[str]:
        """The firms named so far; where a life is told alone, none: 公司 is not one for which somebody worked."""
        text = self.text + fold(self.passage.text)
        if self.first_life:
            text = text[: max(text.find(self.first_life), 0)]
        return _FIRM.findall(text)

    def introduced(self, person: Person) -> Person:
        """The person with the post in front of the name, looked for in the text before when the clause has none."""
        if person.previous:
            return person
        for note in person.qualifier:  # 马力（县水利局副局长）
            row = split_row(note) if len(note) > 4 else None
            if row and row[0].organization and row[0].kind == "post":
                return Person(person.name, person.gender, person.ethnicity, person.qualifier, note)
        name = fold(person.name)
        at = -1
        for _ in range(_MENTIONS):
            at = self.text.find(name, at + 1)
            if at < 0:
                break
            begin = max((match.end() for match in _BOUNDARY.finditer(self.text, max(0, at - 60), at)), default=max(0, at - 60))
            previous = self.text[begin:at]
            if split_row(previous):
                return Person(person.name, person.gender, person.ethnicity, person.qualifier, previous)
        return person
