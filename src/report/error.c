#include "report/error.h"

#include "base/module.h"
#include "base/sized.h"

void error_clear(broadsheet_error *error, broadsheet_status status)
{
#if BROADSHEET_MODULE >= MODULE_WHOLE
    static const char *const messages[] = {
#define X(name, message) message,
#include "report/status.def"
#undef X
    };
#endif
    static const broadsheet_error clear = BROADSHEET_ERROR_INIT;
    memcpy(error, &clear, sizeof clear);
    error->status = status;
#if BROADSHEET_MODULE >= MODULE_WHOLE
    error->message = messages[status];
#endif
}

void error_left(broadsheet_error *error, broadsheet_status status, const json_node *root, const char *limit)
{
    error_clear(error, status);
    if (!MODULE_IS_WHOLE || status != BROADSHEET_LIMIT)
        return;
    error->message = limit;
    const json_node *body = json_member(json_member(root, TEXT("article")), TEXT("body"));
    if (!body)
        return;
    error->layer = body->layer;
    error_pointer(error, TEXT("/article/body"));
}

void error_pointer(broadsheet_error *error, text pointer)
{
    size_t size = pointer.size;
    if (size >= sizeof error->pointer) {
        size = sizeof error->pointer - 1;
        while (size && pointer.at[size] != '/')
            size--;
    }
    if (size)
        memcpy(error->pointer, pointer.at, size);
    error->pointer[size] = '\0';
}

void error_fault(broadsheet_error *error, const json_fault *fault, int32_t layer)
{
    error_clear(error, fault->status);
    if (!MODULE_IS_WHOLE)
        return;
    error->layer = layer;
    error->offset = (int64_t)fault->offset;
    error->line = (int64_t)fault->line;
    error->column = (int64_t)fault->column;
    error->message = fault->message;
    error_pointer(error, fault->pointer);
}

bool error_option(broadsheet_error *error, text name, const char *message)
{
    char pointer[64] = "/";
    size_t size = name.size < sizeof pointer - 1 ? name.size : sizeof pointer - 1;
    error_clear(error, BROADSHEET_OPTION);
    if (!MODULE_IS_WHOLE)
        return false;
    memcpy(pointer + 1, name.at, size);
    error_pointer(error, (text){pointer, size + 1});
    error->message = message;
    return false;
}

void error_hand_over(broadsheet_error *error, const broadsheet_error *found)
{
    if (error)
        sized_write(error, found, sizeof *found);
}

bool error_is_sized(const broadsheet_error *error)
{
    return sized_is(error, offsetof(broadsheet_error, message) + sizeof error->message);
}
