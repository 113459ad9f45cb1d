"""Time views in Chromium, opened for the first time: python benchmarks/page/opening.py RECORD.

Of each view are printed the medians of what was transferred with all that belongs to it, when it
could be read and used (`domInteractive`), and when all of it stood. Needs Debian's Chromium and
pytest-playwright.
"""

import shutil
import statistics
import sys
from pathlib import Path

from load import port_of, serving  # its own folder is the first that is searched
from playwright.sync_api import Browser, sync_playwright

TIMES = 5
VIEWS = ("/", "/events", "/positions", "/alignment", "/map", "/asks", "/actors", "/codebook")
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
TIMING = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const parts = [page, ...performance.getEntriesByType("resource")];
  const bytes = parts.reduce((sum, part) => sum + part.transferSize, 0);
  return [bytes, page.domInteractive, page.loadEventStart];
}"""


def main(record: Path) -> None:
    """Serve the record, open each view afresh, and print the figures."""
    with serving(record) as server, sync_playwright() as driver:
        port = port_of(server)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=[*FLAGS])
        for view in VIEWS:
            opened = [open_once(browser, f"http://127.0.0.1:{port}{view}") for _ in range(TIMES)]
            size, usable, whole = (statistics.median(some) for some in zip(*opened, strict=True))
            print(f"{view:14} {size / 1000:6.0f} kB {usable:6.0f} ms usable {whole:6.0f} ms whole")
        browser.close()
        server.terminate()


def open_once(browser: Browser, address: str) -> tuple[float, float, float]:
    """Bytes and milliseconds of a view in a browser that knows nothing of it yet."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="load")
    bytes_, usable, whole = page.evaluate(TIMING)
    context.close()
    return bytes_, usable, whole


if __name__ == "__main__":
    main(Path(sys.argv[1]))
