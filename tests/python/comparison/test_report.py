import matplotlib.pyplot as plt
import pytest

from bench import compare as bench
from bench.compare import README, is_whole, write_report
from tests.support.comparison import in_browser, made_up_sets
from training.comparison import charts
from training.comparison import compare as comparison
from training.comparison.compare import METHODS
from training.comparison.report import BEGIN, END, put_into_readme, short_table, size, speed_line

pytestmark = pytest.mark.tensorflow


def test_the_report_has_every_figure_and_picture(results, tmp_path):
    write_report(in_browser(results), tmp_path)
    text = (tmp_path / "README.md").read_text()
    assert "{" not in text
    assert "| 100.00 % |" in text
    assert "decision tree" in text
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "README.md",
        "errors.png",
        "results.json",
        "size.png",
        "time.png",
    ]


def test_a_comparison_without_networks_is_reported_in_its_own_folder_and_needs_no_browser(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setattr(comparison, "load_sets", lambda _: made_up_sets())
    monkeypatch.setattr(bench, "launch", lambda _: pytest.fail("nothing is timed"))
    readme = README.read_text()
    assert bench.main(["--methods", "tree", "--run", str(tmp_path)]) == 0
    assert "This is a part" in capsys.readouterr().out
    assert README.read_text() == readme
    report = tmp_path / "report"
    assert sorted(file.name for file in report.iterdir()) == ["README.md", "errors.png", "results.json", "size.png"]
    text = (report / "README.md").read_text()
    assert "time.png" not in text
    assert "none was timed this time" in text


def test_help_ends_without_a_comparison(monkeypatch, capsys):
    monkeypatch.setattr(bench, "compare", lambda *_: pytest.fail("only help was asked for"))
    with pytest.raises(SystemExit) as end:
        bench.main(["--help"])
    assert end.value.code == 0
    assert "--methods" in capsys.readouterr().out


def test_publishing_tells_too_what_a_person_can_put_right(tmp_path, capsys):
    assert bench.main(["--methods", "tea-leaves", "--run", str(tmp_path)]) == 1
    assert "no method tea-leaves" in capsys.readouterr().err


def test_names_of_methods_alike_do_not_cover_each_other(tmp_path, monkeypatch):
    # The perceptron and HOG are alike in size and errors.
    methods = {
        key: {"name": key * 20, "bytes": size, "pen": 0.97, "parameters": None}
        for key, size in (("a", 105_000), ("b", 166_000), ("c", 190_000_000))
    }
    figures: list = []
    monkeypatch.setattr(charts, "_save", lambda figure, _: figures.append(figure))
    charts.plot_size({"methods": methods}, tmp_path / "size.png")
    boxes = [text.get_window_extent() for text in figures[0].axes[0].texts]
    assert len(boxes) == 3
    assert not any(one.overlaps(other) for one in boxes for other in boxes if one is not other)
    plt.close(figures[0])


def test_the_table_goes_between_the_marks_of_the_readme(results, tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    for _ in range(2):
        put_into_readme(readme, in_browser(results))
    text = readme.read_text()
    assert short_table(results) in text
    assert "old" not in text
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")


def test_the_readme_of_this_repository_has_the_marks():
    text = README.read_text()
    assert text.count(BEGIN) == text.count(END) == 1


def test_a_readme_without_marks_is_left_alone(results, tmp_path):
    readme = tmp_path / "README.md"
    readme.write_text("no marks")
    with pytest.raises(ValueError, match="needs the lines"):
        put_into_readme(readme, in_browser(results))
    assert readme.read_text() == "no marks"


def test_a_part_of_the_comparison_is_not_published(results):
    assert not is_whole(results)
    assert not is_whole({"most_digits": 500, "methods": METHODS})
    assert is_whole({"most_digits": None, "methods": METHODS})


def test_a_method_measured_on_a_part_is_told_as_such(results, tmp_path):
    results["digits"]["mnist"] = 100
    write_report(in_browser(results), tmp_path)
    assert "decision tree on 10 of them a way" in (tmp_path / "README.md").read_text()


def test_our_speed_is_told_beside_seed_as():
    seed, ours = ({"browser": {"wasm": {"ms": ms}, "cpu": {"ms": ms * 10}}} for ms in (6.0, 2.0))
    told = speed_line({"methods": {"seed-a": seed, "inkdigit": ours}})
    assert told
    assert "30 times faster" in told
    assert speed_line({"methods": {"inkdigit": ours}}) is None


@pytest.mark.parametrize(("count", "text"), [(215_123, "215 KB"), (1_000_000, "1.0 MB"), (191_000_000, "191.0 MB")])
def test_sizes_are_written_as_people_read_them(count, text):
    assert size(count) == text
