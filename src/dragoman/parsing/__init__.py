"""Reports to documents: sentences, the parser, quotations, predicates."""
