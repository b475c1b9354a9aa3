"""Sets of digits that a person opens are read on the device, and show how well."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
from playwright.sync_api import Locator, Page, expect

from tests.support.data_sets import (
    WRONG_LABELS,
    choose,
    file,
    idx,
    idx_pair,
    images,
    kaggle_test,
    open_set,
    strokes,
    zipped_pictures,
)
from tests.support.page import button, go_to, open_page, open_settings
from training.evaluation.interval import wilson_interval


def open_testing(page: Page, site: str) -> None:
    open_page(page, f"{site}#testing")
    expect(page.get_by_role("heading", name="Test it yourself")).to_be_visible()


def test_the_way_to_it_leads_through_the_card_and_back(page: Page, site: str) -> None:
    open_page(page, f"{site}#card")
    button(page, "Test it").click()
    expect(page.get_by_role("heading", name="Test it yourself")).to_be_focused()
    button(page, "All published figures").click()
    expect(page.get_by_role("heading", name="Model card")).to_be_focused()
    page.go_back()
    expect(page.locator("#view")).to_be_hidden()


def test_mnists_files_show_how_many_are_read_right_and_the_interval(page: Page, site: str) -> None:
    open_testing(page, site)
    report = open_set(page, idx_pair(WRONG_LABELS))
    low, high = wilson_interval(0.8, 10)
    expect(report).to_contain_text("80.00% read right")
    expect(report).to_contain_text(f"8 of 10; the 95% interval is {low:.2%} to {high:.2%}")
    expect(report).to_contain_text("digits a second, by WebAssembly")
    expect(report).to_contain_text("Taken as it is: 28 × 28, white on black")


def test_it_stands_beside_what_the_card_says(page: Page, site: str) -> None:
    open_testing(page, site)
    bars = open_set(page, idx_pair(WRONG_LABELS)).locator(".measured-chart li")
    expect(bars.first).to_contain_text("What you opened")
    expect(bars.first).to_contain_text("80.00%")
    expect(bars.filter(has_text="MNIST's test digits")).to_contain_text("99.50%")


def test_a_cell_of_the_matrix_shows_its_mistakes_and_one_of_these_why(page: Page, site: str) -> None:
    open_testing(page, site)
    report = open_set(page, idx_pair(WRONG_LABELS))
    tiles = report.locator(".testing-tile")
    expect(tiles).to_have_count(2)
    button(page, "1 read as 7: 1").click()
    expect(tiles).to_have_count(1)
    tile = page.get_by_role("button", name="Number 8: labeled 1, read as 7", exact=False)
    tile.click()
    expect(tile).to_have_attribute("aria-pressed", "true")
    why = report.locator(".testing-why")
    expect(why.get_by_role("heading", name="Why 7 and not 1?")).to_be_visible()
    expect(why).to_contain_text("Its label says 1")
    expect(why.locator("li").first).to_contain_text("speaks for")
    tile.click()
    expect(why).to_be_hidden()
    button(page, "Show all mistakes").click()
    expect(tiles).to_have_count(2)


def test_each_digit_has_its_precision_and_recall(page: Page, site: str) -> None:
    open_testing(page, site)
    rows = open_set(page, idx_pair(WRONG_LABELS)).get_by_role("region", name="Digit by digit").locator("tbody tr")
    expect(rows.nth(1).locator("td")).to_have_text(["100.00%", "50.00%", "66.67%", "2"])
    expect(rows.nth(7).locator("td")).to_have_text(["0.00%", "\N{EN DASH}", "\N{EN DASH}", "0"])


def test_its_sureness_is_drawn_and_told_in_figures(page: Page, site: str) -> None:
    open_testing(page, site)
    report = open_set(page, idx_pair(WRONG_LABELS))
    expect(report.get_by_role("img", name="Reliability diagram", exact=False)).to_be_visible()
    report.locator("summary", has_text="The figures").click()
    counts = report.locator(".testing-figure tbody td:last-child").all_text_contents()
    assert sum(map(int, counts)) == 10


def test_images_and_labels_may_come_one_after_the_other(page: Page, site: str) -> None:
    open_testing(page, site)
    pictures, labels = idx_pair()
    choose(page, "Choose files", pictures)
    expect(page.get_by_text("t10k-images-idx3-ubyte.gz holds images: 10.")).to_be_visible()
    choose(page, "Choose the labels", labels)
    expect(page.locator(".testing-report")).to_contain_text("100.00% read right")
    expect(page.locator(".testing-report")).to_contain_text("Every digit was read as its label says")


def test_kaggles_test_file_gives_a_submission(page: Page, site: str, tmp_path: Path) -> None:
    open_testing(page, site)
    expect(open_set(page, kaggle_test())).to_contain_text("Read, with no labels to compare: 10")
    with page.expect_download() as download:
        button(page, "Save submission.csv").click()
    assert download.value.suggested_filename == "submission.csv"
    download.value.save_as(tmp_path / "submission.csv")
    lines = (tmp_path / "submission.csv").read_text().splitlines()
    assert lines == ["ImageId,Label", *(f"{number + 1},{number}" for number in range(10))]


def test_a_zip_of_pictures_is_read_and_it_is_said_what_was_done_with_them(page: Page, site: str) -> None:
    open_testing(page, site)
    report = open_set(page, zipped_pictures())
    expect(report).to_contain_text("21 of 21")
    expect(report).to_contain_text("Dark on light, and inverted: 10")
    expect(report).to_contain_text("Small pictures of another size than 28 × 28, brought into MNIST\u2019s layout: 10")
    expect(report).to_contain_text("Larger pictures, in which the page looked for the digit as in any picture: 1")
    expect(report).to_contain_text("found: 1 of 22 (digits/3/blank.png)")


def test_strokes_are_read_as_on_the_pad(page: Page, site: str) -> None:
    open_testing(page, site)
    report = open_set(page, strokes())
    expect(report).to_contain_text("100.00% read right")
    expect(report).to_contain_text("Drawn from strokes, as on the pad: 10")


def test_of_a_numpy_archive_each_part_can_be_chosen(page: Page, site: str, tmp_path: Path) -> None:
    labels = np.arange(10, dtype=np.uint8)
    parts = {"x_train": images(2), "y_train": np.tile(labels, 2), "x_test": images(), "y_test": labels}
    np.savez_compressed(tmp_path / "digits.npz", **parts)
    open_testing(page, site)
    report = open_set(page, file("digits.npz", (tmp_path / "digits.npz").read_bytes()))
    expect(report).to_contain_text("10 of 10;")
    report.get_by_label("Part of the set").select_option("train")
    expect(report).to_contain_text("20 of 20;")


def test_a_bad_file_is_told_and_what_was_shown_stays(page: Page, site: str) -> None:
    open_testing(page, site)
    report = open_set(page, idx_pair())
    small = np.zeros((3, 27, 27))
    choose(page, "Choose files", [idx("small-images", small), idx("small-labels", np.zeros(3))])
    problem = page.locator(".testing-problem")
    expect(problem).to_have_text("small-images has images of 27 × 27: 28 × 28 is wanted.")
    expect(report).to_contain_text("100.00% read right")
    broken = idx_pair()[0]
    choose(page, "Choose files", file("cut.gz", broken["buffer"][:-20]))
    expect(problem).to_contain_text("cut.gz is a broken gzip file")
    choose(page, "Choose files", file("letter.txt", b"Dear Ada"))
    expect(problem).to_contain_text("letter.txt is nothing that can be opened here")
    expect(report).to_contain_text("100.00% read right")
    open_set(page, idx_pair(WRONG_LABELS))
    expect(report).to_contain_text("80.00% read right")
    expect(problem).to_be_hidden()


def test_reading_tells_how_far_it_is_and_is_given_up(page: Page, site: str) -> None:
    open_testing(page, site)
    report = open_set(page, idx_pair())
    choose(page, "Choose files", idx_pair(WRONG_LABELS, copies=6000))
    expect(page.locator(".testing-progress")).to_contain_text("of 60,000")
    expect(page.get_by_role("progressbar")).to_be_visible()
    button(page, "Cancel").click()
    expect(page.locator(".testing-progress")).to_be_hidden()
    expect(report).to_contain_text("10 of 10;")
    report = open_set(page, idx_pair(WRONG_LABELS))
    expect(report).to_contain_text("8 of 10;")


def test_nothing_is_sent_or_fetched_from_elsewhere(page: Page, site: str) -> None:
    open_testing(page, site)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    report = open_set(page, idx_pair(WRONG_LABELS))
    report.locator(".testing-tile").first.click()
    expect(report.locator(".testing-why")).to_be_visible()
    assert all(each.startswith((f"GET {site}", "GET blob:")) for each in asked), asked


def test_what_was_tested_is_there_again_in_another_language(page: Page, site: str) -> None:
    open_testing(page, site)
    open_set(page, idx_pair(WRONG_LABELS))
    page.keyboard.press("Escape")
    expect(page.locator("#view")).to_be_hidden()
    open_settings(page).get_by_role("combobox", name="Language").select_option("es")
    go_to(page, "testing")
    expect(page.locator(".testing-report")).to_contain_text("bien leídos")
    expect(page.locator(".testing-tile")).to_have_count(2)


def test_files_may_be_dropped(page: Page, site: str) -> None:
    open_testing(page, site)
    name = kaggle_test()["name"]
    page.locator(".testing").evaluate(
        """(place, [name, text]) => {
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([text], name));
            for (const kind of ['dragover', 'drop']) {
                place.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
            }
        }""",
        [name, kaggle_test()["buffer"].decode()],
    )
    expect(page.locator(".testing-report")).to_contain_text("Read, with no labels to compare: 10")
    expect(page.locator("html")).to_have_attribute("data-view", "pad")


def test_a_folder_may_be_dropped(page: Page, site: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped_pictures()["buffer"])) as archive:
        archive.extractall(tmp_path)
    open_testing(page, site)
    drop(page, page.locator(".testing-choose"), tmp_path / "digits")
    report = page.locator(".testing-report")
    expect(report.locator("h3").first).to_have_text("digits")
    expect(report).to_contain_text("Not counted, since not exactly one digit was found: 1 of 22")
    expect(page.locator("html")).to_have_attribute("data-view", "pad")


def drop(page: Page, place: Locator, file: Path) -> None:
    """Drop it as the system would: folders cannot be made up in a page."""
    box = place.bounding_box()
    assert box
    client = page.context.new_cdp_session(page)
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 10}
    data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        client.send("Input.dispatchDragEvent", {"type": kind, **at, "data": data})
