"""Texts and pages that no government prints, each of any size: what makes readers slow, deep or greedy."""

from __future__ import annotations

from collections.abc import Callable

HEAD = "甲市人民政府\n关于职务任免的通知\n\n甲政任〔2020〕1号\n\n各县人民政府：\n经研究，决定：\n"
FOOT = "\n甲市人民政府\n2020年6月5日\n"
CLAUSE = "任命张三为甲市教育局副局长，试用期一年，免去其某局科长职务；"
Shape = Callable[[int], str]


def in_a_notice(piece: str) -> Shape:
    """A notice whose body is the piece again and again."""
    return lambda size: HEAD + piece * (size // len(piece) + 1) + FOOT


def alone(piece: str, before: str = "") -> Shape:
    """The piece again and again."""
    return lambda size: before + piece * (size // len(piece) + 1)


def around(opening: str, closing: str, inside: str = "为局长") -> Shape:
    """Something opened again and again, then closed as often."""
    return lambda size: HEAD + "任命张三" + opening * size + inside + closing * size + "。" + FOOT


TEXTS: dict[str, Shape] = {
    "a clause repeated in one line": in_a_notice(CLAUSE),
    "a clause repeated in lines": in_a_notice(CLAUSE + "\n"),
    "standard sentences": in_a_notice("免去张三的甲市教育局副局长职务；\n"),
    "phrases": in_a_notice("任命张三为甲市教育局副局长，"),
    "prose without a stop": alone("各级各部门要认真贯彻会议精神，为群众办好事"),
    "one line of one character": in_a_notice("中"),
    "lines of one character": in_a_notice("任\n"),
    "brackets": around("（", "）"),
    "titles of papers": around("《", "》"),
    "quotation marks": around("“", "”"),
    "brackets never closed": in_a_notice("“（《"),
    "commas": in_a_notice("，"),
    "enumeration commas": in_a_notice("、"),
    "names": in_a_notice("张三、"),
    "names behind a verb": lambda size: HEAD + "任命" + "张三、" * (size // 3) + "为某局局长。" + FOOT,
    "posts behind a verb": lambda size: HEAD + "任命张三为" + "局长、" * (size // 3) + "。" + FOOT,
    "colons": in_a_notice("："),
    "blanks": in_a_notice("张 三　"),
    "noise": in_a_notice("张\u202e三\u200b\ufe00"),
    "radicals": in_a_notice("⽇⺠"),
    "figures": in_a_notice("2"),
    "days": alone("2020年6月5日\n"),
    "days in a line": in_a_notice("2020年6月5日"),
    "unreadable days": in_a_notice("202l年6月5日\n"),
    "document numbers": alone("甲政任〔2020〕1号\n"),
    "titles": alone("关于职务任免的通知\n"),
    "papers": lambda size: (HEAD + CLAUSE + FOOT) * (size // 120 + 1),
    "labels": alone("发布时间：2020-01-01\n"),
    "a committee": alone("组长：张三（局长）\n", "关于成立领导小组的通知\n领导小组成员名单\n"),
    "offices": alone("领导小组下设办公室，", "关于成立领导小组的通知\n领导小组成员名单\n"),
    "people commended": alone("张三  某局局长\n", "关于表彰先进个人的通知\n先进个人名单\n"),
    "a list in columns": lambda size: HEAD + "任命：\n" + "张三　　某局局长\n" * (size // 9) + FOOT,
    "fields": in_a_notice("姓名：张三，现任职务：某局局长，拟任职务：某局局长\n"),
    "a career": in_a_notice("张三，男，1970年生，1990.01—1991.02某局科长，"),
    "corrections": in_a_notice("“任命张三为局长”更正为“任命李四为局长”；"),
    "annulled papers": in_a_notice("某干〔2009〕5号《关于车轮同志任职的通知》作废，"),
    "rows": lambda size: HEAD + "姓名\t现任职务\t拟任职务\n" + "张三\t某局局长\t某局局长\n" * (size // 13) + FOOT,
    "columns": lambda size: HEAD + "\t".join(["姓名"] * (size // 6)) + "\n" + "\t".join(["张三"] * (size // 6)) + "\n" + FOOT,
    "columns of posts": lambda size: HEAD + "姓名" + "\t拟任职务" * (size // 10) + "\n张三" + "\t某局局长" * (size // 10) + FOOT,
    "tabs": in_a_notice("\t"),
    "signs of markup": in_a_notice("<a &"),
}

PAGE = "<html><body>"
PAGES: dict[str, Shape] = {
    "elements never closed": alone("<div>", PAGE),
    "elements nested": lambda size: PAGE + "<div>" * size + "任命张三为局长。" + "</div>" * size,
    "lists nested": alone("<ul><li>", PAGE),
    "tables nested": alone("<table><tr><td>", PAGE),
    "links in elements never closed": alone("<div><a>任</a>", PAGE),
    "formatting never closed": lambda size: PAGE + "".join(f"<font color={i}>" for i in range(size // 20)) + "<p>任" * (size // 4),
    "paragraphs": alone("<p>任命张三为局长。", PAGE),
    "rows of a page": alone("<tr><td>张三</td><td>局长</td></tr>", PAGE + "<table>"),
    "cells": alone("<td>张三</td>", PAGE + "<table><tr>"),
    "cells that span rows": lambda size: (
        PAGE + "<table><tr>" + "<td rowspan=65534>张三</td>" * (size // 60) + "</tr>" + "<tr><td>局</td></tr>" * (size // 40)
    ),
    "attributes": lambda size: PAGE + "<p " + " ".join(f"a{i}=1" for i in range(size // 8)) + ">任命张三为局长。",
    "an attribute": lambda size: PAGE + "<p x='" + "a" * size + "'>任命张三为局长。",
    "an attribute never closed": alone("<a x='", PAGE),
    "entities": alone("&nbsp;&#x4efb;", PAGE),
    "scripts": alone("<script>任命张三为局长。</script>", PAGE),
    "a script never closed": alone("任命张三为局长。", PAGE + "<script>"),
    "comments": alone("<!--x-->", PAGE),
    "a comment never closed": alone("任命张三为局长。<!--", PAGE + "<!--"),
    "tags never closed": alone("<p ", PAGE),
}
