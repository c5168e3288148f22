"""Lines, and the paragraphs that are put together from them."""

from loaders.lines import read_lines, read_passages


def texts(text: str) -> list[str]:
    return [passage.text for passage in read_passages(read_lines(text))]


def test_padding_and_readings_in_brackets_are_left_out_and_places_kept() -> None:
    text = "　　任命孔 辉、肖世強(qiáng)為縣(xiàn)長。"
    (passage,) = read_passages(read_lines(text))
    assert passage.text == "任命孔辉、肖世強為縣長。"
    assert "".join(text[at] for at in passage.offsets) == passage.text


def test_brackets_that_are_no_reading_stay() -> None:
    assert texts("开展(DRG)付费（app）。") == ["开展(DRG)付费（app）。"]


def test_lines_broken_at_the_width_of_a_column_are_joined() -> None:
    text = (
        "25日 中共中央决定,胡耀邦任中共中央秘书长兼中央宣\n传部部长,胡乔木任中共中央副秘书长兼毛主席著作编委会办公\n"
        "室主任,姚依林任中共中央副秘书长兼中央办公厅主任,冯文彬\n任中央办公厅第一副主任。"
    )
    assert len(texts(text)) == 1
    assert "中央宣传部部长" in texts(text)[0]


def test_lines_of_a_list_without_marks_stay_apart() -> None:
    text = (
        "县融媒体中心主任羊舌凯晋升为四级调研员，任职时间从2021年12月算起，免去其县融媒体中心主任职务；\n"
        "县医疗保障局副局长钭建军，任职时间从2020年12月算起\n县城市社区服务中心副主任单纯，任职时间从2020年11月算起"
    )
    assert len(texts(text)) == 3


def test_an_indented_paragraph_goes_on_in_the_lines_that_are_not() -> None:
    text = "　　经研究决定，任命\n江流为市经委副主任；诸葛天\n明为市侨办副主任。\n　　免去江流市机械工业局副局长\n职务。"
    assert texts(text) == ["经研究决定，任命江流为市经委副主任；诸葛天明为市侨办副主任。", "免去江流市机械工业局副局长职务。"]


def test_a_clause_cut_by_a_page_is_whole_again() -> None:
    text = (
        "免去许建平的甲市文化局副局长职务；\n\n免去韩绍卿的甲市卫生健康\n\n委员会副主任职务；\n\n"
        "免去张杰生的甲市体育局副局长职务；\n\n免去龚彬的甲市接待办公室副主任职务。"
    )
    assert texts(text)[1] == "免去韩绍卿的甲市卫生健康委员会副主任职务；"


def test_a_single_clause_broken_among_whole_ones_is_joined() -> None:
    text = (
        "李默同志任甲县水利局副局长；\n欧阳晓岚同志（女，回族）任甲县审计局\n局长；\n"
        "王铮同志任甲县财政局局长；\n免去司马光的甲县审计局局长职务。"
    )
    assert texts(text)[1] == "欧阳晓岚同志（女，回族）任甲县审计局局长；"


def test_rows_of_a_table_keep_their_cells() -> None:
    text = "姓名\t现任职务\t拟任职务\n柏　舟\t某局副局长\t某镇党委书记"
    head, row = read_passages(read_lines(text))
    assert [cell.text for cell in row.cells] == ["柏舟", "某局副局长", "某镇党委书记"]
    assert (head.table, row.table) == (1, 1)
    assert text[slice(*row.cells[0].span(0, 2))] == "柏　舟"


def test_headings_are_marked() -> None:
    text = "一、任命\n　　郎平川　　　为甲市中级人民法院庭长\n免　去：\n　　孟津的甲市检察院检察员职务。"
    assert [p.heading for p in read_passages(read_lines(text))] == [True, False, True, False]
