# The man page of the C library, out of the comments of include/broadsheet.h.
#
#   awk -f src/man.awk include/broadsheet.h >broadsheet.3
#
# Paragraphs of the header stand apart by an empty line. One that ends with a prototype is a function, one with a type
# or a macro is shown as it stands, and the first comment is the description.

function escaped(line) {
    gsub(/\\/, "\\e", line)
    gsub(/-/, "\\-", line)
    if (line ~ /^[.']/)
        line = "\\&" line
    return line
}

# The lines of a comment without its stars. What is indented, or lined up in columns, keeps its lines.
function prose(text,    lines, count, i, line, kept) {
    sub(/^\/\* ?/, "", text)
    sub(/ *\*\/$/, "", text)
    count = split(text, lines, "\n")
    kept = 0
    for (i = 1; i <= count; i++) {
        line = lines[i]
        sub(/^ \* ?/, "", line)
        if (line == "") {
            print kept ? ".fi" : ".sp"
            kept = 0
            continue
        }
        if (!kept && (line ~ /^    / || line ~ /^["A-Z][A-Za-z0-9"]*  +[^ ]/)) {
            print ".nf"
            kept = 1
        }
        print escaped(line)
    }
    if (kept)
        print ".fi"
}

function verbatim(text,    lines, count, i) {
    count = split(text, lines, "\n")
    print ".nf"
    for (i = 1; i <= count; i++)
        print escaped(lines[i])
    print ".fi"
}

# The offset at which a paragraph's first comment ends; 0 if the paragraph does not begin with one.
function comment_end(text) {
    return text ~ /^\/\*/ ? index(text, "*/") + 1 : 0
}

function paragraph(text,    end) {
    if (text ~ /#pragma|^#include/)
        return
    if (text ~ /^#define [A-Z_]*_INIT/)
        sub(/ *\\\n.*/, " {...}", text)
    if (text ~ /^#define BROADSHEET_VERSION_MAJOR|\n#define BROADSHEET_VERSION_MAJOR/) {
        match(text, /BROADSHEET_VERSION +"[^"]*"/)
        version = substr(text, RSTART, RLENGTH)
        gsub(/^[^"]*"|"$/, "", version)
    }
    end = comment_end(text)
    if (text ~ /\);$/)
        functions[++function_count] = text
    else if (!described)
        described = text
    else
        types[++type_count] = text
}

{
    if ($0 == "" || (whole == "" && $0 ~ /^(#ifn?def|#endif|extern|})/)) {
        if (whole != "")
            paragraph(whole)
        whole = ""
    } else if ($0 !~ /^#(ifndef|define) BROADSHEET_H$/) {
        whole = whole == "" ? $0 : whole "\n" $0
    }
}

END {
    print ".TH BROADSHEET 3 \"\" \"Broadsheet " version "\" \"C library\""
    print ".SH NAME"
    print "broadsheet \\- the HTML of a newspaper page out of a news article bundle"
    print ".SH SYNOPSIS"
    print ".nf"
    print "#include <broadsheet.h>"
    for (i = 1; i <= function_count; i++) {
        print ".sp"
        count = split(substr(functions[i], comment_end(functions[i]) + 1), lines, "\n")
        for (k = 1; k <= count; k++)
            if (lines[k] != "")
                print escaped(lines[k])
    }
    print ".sp"
    print "cc \\fIprogram.c\\fR $(pkg\\-config \\-\\-cflags \\-\\-libs broadsheet)"
    print ".fi"
    print ".SH DESCRIPTION"
    prose(described)
    print ".SH FUNCTIONS"
    for (i = 1; i <= function_count; i++) {
        end = comment_end(functions[i])
        body = substr(functions[i], end + 1)
        match(body, /broadsheet_[a-z_]*\(/)
        print ".SS " substr(body, RSTART, RLENGTH - 1) "()"
        prose(substr(functions[i], 1, end))
    }
    print ".SH TYPES"
    for (i = 1; i <= type_count; i++) {
        if (i > 1)
            print ".sp"
        verbatim(types[i])
    }
    print ".SH SEE ALSO"
    print ".BR broadsheet (1)"
}
