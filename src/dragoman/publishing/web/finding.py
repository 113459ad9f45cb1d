"""Full-text search: reports, lines, and what bears the name that was sought."""

from starlette.responses import Response

from dragoman.publishing.web.addresses import selection
from dragoman.publishing.web.asking import Asked
from dragoman.publishing.web.site import render
from dragoman.questions.search import search


def search_page(asked: Asked) -> Response:
    """What holds all words of the search."""
    filters = asked.filters
    chosen = selection(asked.connection, filters)
    limit = filters.rows()
    found = None
    if filters.q.strip():
        found = search(asked.connection, filters.q, chosen, limit=limit, offset=filters.after)
    return render(
        asked.site, asked.request, "search.html", filters=filters, found=found, limit=limit
    )
