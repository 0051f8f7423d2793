/* What the module that is being compiled has. src/wasm/modules.def lists the modules; whoever compiles a small one sets
 * BROADSHEET_MODULE. Without that, as in the C library, everything is there.
 *
 * A small module gives what the whole gives, byte for byte, or it gives nothing: then it ends with a status other than
 * OK, or with arena_lack(), and its caller asks a larger one, the whole last. So it keeps no text of an error, and of
 * diagnostics only that there is an error (report_keeps); who wants to read them asks the whole. */
#ifndef MODULE_H
#define MODULE_H

#define MODULE_STORY 1 /* the parts of a story */
#define MODULE_PAGE  2 /* all parts of a page in the browser */
#define MODULE_WORLD 3 /* and the scripts and languages of the world (text/scripts.h) */
#define MODULE_RICH  4 /* and what version 2 of the format has: media, boxes, galleries, live entries */
#define MODULE_WHOLE 5

#ifndef BROADSHEET_MODULE
#define BROADSHEET_MODULE MODULE_WHOLE
#endif

/* In a small module: what is asked for is not in it. Ends the arena_run in force, that of the arena from which
 * third-party code allocates (base/arena.c). */
_Noreturn void arena_lack(void);

/* MODULE_HAS_RARE: of Markdown what few stories have: tables, blocks of code, tasks, text that is struck out,
 * definitions of links, titles of links and pictures, links to a heading, addresses in angle brackets, dates at the
 * start of a line, numbers of lists that do not ascend, comments, front matter, and characters that are put otherwise
 * before md4c reads them. */
enum {
    MODULE_HAS_PAGE = BROADSHEET_MODULE >= MODULE_PAGE,
    MODULE_HAS_WORLD = BROADSHEET_MODULE >= MODULE_WORLD,
    MODULE_HAS_RICH = BROADSHEET_MODULE >= MODULE_RICH,
    MODULE_HAS_RARE = MODULE_HAS_RICH,
    MODULE_IS_WHOLE = BROADSHEET_MODULE >= MODULE_WHOLE
};

/* For the rows of a table: the rest of its arguments where the module has what that version of the format has brought;
 * else nothing. */
#define MODULE_SINCE_1(...) __VA_ARGS__
#if BROADSHEET_MODULE >= MODULE_RICH
#define MODULE_SINCE_2(...) __VA_ARGS__
#else
#define MODULE_SINCE_2(...)
#endif

#endif
