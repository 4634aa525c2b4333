//! What the tools of the stock desk print, draw and write.
