"""Who held which office: tenures learned from reports or brought in, and the look-up for a day."""
