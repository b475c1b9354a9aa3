"""Nobody whose writing validates a network is trained on."""

from training.data.held_out import split_unipen
from training.data.unipen import Written


def _written(writer: str, site: str) -> Written:
    return Written([], "7", writer, site, ambiguous=False)


def test_all_that_a_person_wrote_is_on_one_side() -> None:
    people = [f"w{number:03}" for number in range(200)]

    train, validation = split_unipen([_written(writer, "s01") for writer in people * 2])

    assert not {each.writer for each in train} & {each.writer for each in validation}
    assert len(train) + len(validation) == 400
    assert 60 < len(validation) < 140  # about a fourth


def test_whole_places_are_held_out() -> None:
    people = [f"w{number:03}" for number in range(50)]

    train, validation = split_unipen([_written(writer, "s10") for writer in people])

    assert not train
    assert len(validation) == 50
