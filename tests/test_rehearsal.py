"""The examples of a user's entries are coded as they say, or told."""

from pathlib import Path

from dragoman.register.given import Given, give
from dragoman.rehearsal import rehearse

HEADER = "predicate,pos,when,type,mode,actor,recipient,needs,example\n"


def codebook(folder: Path, *rows: str) -> Given:
    (folder / "verbs.csv").write_text(HEADER + "".join(f"{row}\n" for row in rows))
    given = give(codebook=folder)
    assert given is not None
    return given


def test_an_example_that_is_coded_as_it_says(tmp_path: Path) -> None:
    row = "outwit,v,object:*,REJECT,,subject,object,both,Chad outwitted Niger."
    assert rehearse(codebook(tmp_path, row)) == []


def test_an_example_that_is_not(tmp_path: Path) -> None:
    given = codebook(
        tmp_path,
        "outwit,v,object:*,REJECT,,subject,object,both,Chad was outwitted.",
        "outwit,v,with:*,REJECT,,subject,with,both,Chad attacked Niger.",
        "attack,v,object:*,-,,subject,object,both,",
    )
    assert [str(problem) for problem in rehearse(given)] == [
        "verbs.csv: line 2: its example is coded as nothing, not as REJECT: Chad was outwitted.",
        "verbs.csv: line 3: its example is coded as nothing, not as REJECT: Chad attacked Niger.",
    ]
