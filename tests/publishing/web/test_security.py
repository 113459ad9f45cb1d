"""The page keeps to itself: hosts, content policy, writes, paths."""

import pytest
from starlette.datastructures import Headers
from starlette.testclient import TestClient

from dragoman.publishing.web.security import host_of, is_ours
from served import TOKEN


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "user@localhost", "["])
def test_another_host_gets_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "ceasefire" not in answer.text


def test_the_port_of_a_host_is_free() -> None:
    assert host_of("localhost:8123") == "localhost"
    assert host_of("[::1]:8123") == "::1"


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/dragoman.css", "/api/record"])
def test_every_answer_has_the_policy(client: TestClient, path: str) -> None:
    policy = client.get(path).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("path", ["/", "/events", "/positions", "/map", "/codebook", "/api"])
def test_nothing_stands_inline_and_nothing_comes_from_elsewhere(
    client: TestClient, path: str
) -> None:
    text = client.get(path).text
    assert " style=" not in text
    assert "<style" not in text
    assert " on" + "click=" not in text
    assert text.count("<script") == text.count('<script src="/static/')
    assert 'src="http' not in text
    assert '<link rel="stylesheet" href="/static/' in text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
def test_a_write_comes_from_our_own_page(origin: str | None) -> None:
    headers = {"host": "localhost"} | ({"origin": origin} if origin else {})
    assert not is_ours(Headers(headers), TOKEN, expected=TOKEN)


def test_a_write_has_the_token() -> None:
    headers = Headers({"host": "localhost:80", "origin": "http://localhost:80"})
    assert is_ours(headers, TOKEN, expected=TOKEN)
    assert not is_ours(headers, None, expected=TOKEN)
    assert not is_ours(headers, "another", expected=TOKEN)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2f..%2fcli.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/reports/..%2f..%2fetc%2fpasswd",
        "/reports/%00",
        "/lines/%2e%2e%2f%2e%2e",
        "/events/..%5c..%5ca.record",
    ],
)
def test_no_path_leads_to_the_file_system(client: TestClient, path: str) -> None:
    assert client.get(path, follow_redirects=False).status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_pages_are_only_read(client: TestClient, method: str) -> None:
    assert client.request(method, "/events").status_code == 405
