//! Our own words: complete, specific, and fit to be shown.
