package io.followthrough.document.cli;

/** How findings can be printed; the names are what people type. */
enum Format {
    text,
    json,
    sarif
}
