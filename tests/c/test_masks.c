/* Which stars are told as none of emphasis (markdown/arithmetic.c), and which proper emphasis is not. */
#include "check.h"
#include "markdown_case.h"

static markdown_case c;

static bool is_told(const char *source)
{
    markdown_case_begin(&c, (text){source, strlen(source)});
    markdown_case_run(&c);
    return text_equal((text){c.told, c.told_size}, TEXT("BODY_ARITHMETIC:0 "));
}

static void check_all(const char *const *sources, size_t count, bool told)
{
    for (size_t i = 0; i < count; i++) {
        if (is_told(sources[i]) != told)
            fprintf(stderr, "# %s\n", sources[i]);
        CHECK(is_told(sources[i]) == told);
    }
}
#define CHECK_ALL(sources, told) check_all(sources, sizeof(sources) / sizeof *(sources), told)

static const char *const masks[] = {
    "홍*동·김*수",
    "홍*동,김*수 씨",
    "홍*동ㆍ황보*수",
    "피의자 홍*동/김*수",
    "김*(35) 씨와 이*(40) 씨",
    "김*（35） 씨와 이*（40） 씨",
    "김**·이**",
    "김*과 이* 씨",
    "홍길*과 김영*",
    "010-1234-****와 010-5678-****",
    "010-1234-****, 010-5678-****",
    "900101-1******와 910202-2******",
    "아이디 abc***와 def***",
    "IDはabc***とdef***です",
    "138****1234和139****5678",
    "田*中、山*本",
    "欧阳*明，李*华",
    "田*中・山*本さん",
    "IP 211.234.**.**에서",
    "192.168.*.*에서",
    "123.45.***.***",
    "金*氏と李*氏",
    "김*○, 이*○",
};

static const char *const notes[] = {
    "매출액*·영업이익*",
    "매출액*ㆍ영업이익*",
    "매출액*. 영업이익*",
    "매출액*, 영업이익(연결)*",
    "売上高*、営業利益*",
    "売上高*，営業利益*は",
    "(*) 표시는 필수. (*) 선택",
    "(*.hwp,*.pdf)",
    "매출*/이익*",
    "1월*~3월*",
};

static const char *const emphasis[] = {
    "これは**New York**です",
    "我们**New York**的",
    "彼は*a-b*と",
    "第**1-2**章",
    "第**1、2**章",
    "彼の**...とても**",
    "彼は**!important**と",
    "彼は*東京、大阪*へ",
    "これは**これ、それ**です",
    "彼は**（笑）**と",
    "서울**~부산**까지",
    "彼は**“東京”**、**“大阪”**",
    "Python**入門 for AI**を",
    "他说**，你好**",
    "그는**(웃으며)** 답했다",
    "이른바**“개혁”** 그는",
    "은*“강조 말”*은",
    "대한민국**헌법·법률**에",
    "이른바*공정 사회* 라고",
    "나는*정말 좋은* 것",
    "제**3·1절**의",
    "관**·**다",
    "한국*어*를, 이*희*와",
    "un*frigging*believable",
    "\\*",
};

int main(void)
{
    TEST("stars that hide letters of names or digits");
    CHECK_ALL(masks, true);
    TEST("stars that stand for notes");
    CHECK_ALL(notes, true);
    TEST("emphasis without spaces around it");
    CHECK_ALL(emphasis, false);
    return check_done();
}
