"""The page: a record looked at in a browser, served by `dragoman serve`."""
