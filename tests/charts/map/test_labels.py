"""Labels never lie on each other."""

from charts.map.labels import Candidate, overlap, place

FRAME = (0.0, 0.0, 300.0, 200.0)


def candidate(code: str, x: float, y: float, name: str, **options: bool) -> Candidate:
    return Candidate(code, x, y, (x - 40, y - 20, x + 40, y + 20), ((name,),), 12, **options)


def test_two_that_are_near_move_apart():
    placed = place(
        [candidate("02", 100, 100, "Hà Giang"), candidate("04", 105, 104, "Sơn La")], FRAME
    )

    assert [one.code for one in placed] == ["02", "04"]
    assert not overlap(placed[0].box, placed[1].box)


def test_the_less_important_gives_way():
    crowd = [candidate(str(number), 100, 100, "Tuyên Quang") for number in range(12)]

    placed = place(crowd, FRAME)

    assert placed[0].code == "0"
    assert 1 < len(placed) < 12
    assert not any(overlap(a.box, b.box) for a in placed for b in placed if a is not b)


def test_a_shorter_wording_is_tried_before_giving_up():
    long = Candidate("08", 50, 50, (20, 30, 80, 70), (("Tuyên Quang (cũ) 0,6862",), ("TQ",)), 12)

    assert place([long], FRAME)[0].lines == ("TQ",)


def test_a_label_wider_than_its_province_is_left_out_unless_it_must():
    tiny = (48.0, 48.0, 52.0, 52.0)
    plain = Candidate("27", 50, 50, tiny, (("Bắc Ninh",),), 12)
    home = Candidate("27", 50, 50, tiny, (("Bắc Ninh",),), 12, must=True)

    assert place([plain], FRAME) == []
    assert place([home], FRAME)[0].lines == ("Bắc Ninh",)


def test_a_label_stays_inside_the_frame_and_off_taken_ground():
    taken = (200.0, 0.0, 300.0, 60.0)

    placed = place([candidate("22", 290, 70, "Quảng Ninh")], FRAME, [taken])

    assert placed[0].box[2] <= 300
    assert not overlap(placed[0].box, taken)
