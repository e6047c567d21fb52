package extract

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/corpus"
	"dateline/corpus/gazetteer"
	"dateline/corpus/names"
)

const (
	chineseOffices  = `工程师|工程師|老师|老師|学生|司机|农民|渔民|发言人|發言人|部长|部長|总统|總統|主席|总理|總理|市长|市長|省长|教授|记者|專家|专家|负责人|总书记|局长|局長|主任|秘书长|秘書長|书记|外长|外長|院长|校长|经理|总裁|董事长|分析师|经济学家|律师|律師|医生|醫生|研究员|研究員|大使|州长|议员|議員|司令|首相|居民|村民|队长|教练|会长|检察官|法官|导演|作家|院士|站长|所长|站長|所長`
	japaneseOffices = `首相|大統領|大臣|外相|財務相|防衛相|官房長官|長官|報道官|社長|会長|教授|准教授|知事|市長|町長|村長|議員|監督|選手|委員長|総裁|代表|容疑者|被告|局長|署長|弁護士|医師|記者|理事長|院長|学長|校長|幹事長|総理|大使|主将|研究員|所長|部長|課長|氏|さん|君`
	koreanOffices   = `장관|대변인|대통령|총리|의원|대표|교수|시장|회장|사장|위원장|감독|선수|원장|청장|총장|기자|씨|연구원|변호사|국장|검사|판사|이사장|센터장|지사|후보|대사|차관|실장|팀장|소장|본부장|총재|주석|의장|서장|관장|구청장|군수|연구위원|애널리스트|부장|과장|여사|군|양`
)

// easternNames are the orders of name and office in each language; all give the groups name and role.
var easternNames = sync.OnceValue(func() map[string][]*regexp.Regexp {
	re := regexp.MustCompile
	return map[string][]*regexp.Regexp{
		"zh": {
			re(`^(?P<role>.*(?:` + chineseOffices + `))(?P<name>\p{Han}{2,4}|[\p{Han}·]{5,12})$`),
			re(`^(?P<own>)(?P<name>\p{Han}{2,3})(?P<role>` + chineseOffices + `|先生|女士|小姐)$`),
			re(`^(?P<own>)(?P<role>)(?P<name>\p{Han}{2,3})$`),
		},
		"ja": {re(`^(?:.*の)?(?P<name>[\p{Han}々]{2,5}|[\p{Katakana}ー・＝]{2,20})(?P<role>` + japaneseOffices + `)$`)},
		"ko": {
			re(`(?:^|.* )(?P<own>)(?P<name>\p{Hangul}{2,4}) (?P<role>씨|군|양|여사)$`),
			re(`(?:^|.* )(?P<own>)(?P<role>\p{Hangul}*(?:` + koreanOffices + `)) (?P<name>\p{Hangul}{2,4})$`),
			re(`(?:^|.* )(?P<own>)(?P<name>\p{Hangul}{1,4}) (?P<role>(?:\p{Hangul}+ )?\p{Hangul}*(?:` + koreanOffices + `))$`),
			re(`^(?:.* )?(?P<own>)(?P<role>)(?P<name>\p{Hangul}{3,4})$`),
		},
	}
})

// easternFamilies are the first letters of Chinese and Korean names.
const easternFamilies = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤習习張劉陳楊黃趙吳馬鄭許馮鄧葉蘇呂盧鐘譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯" +
	"김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁"

// easternName parts a source into a name and an office; the name is "" where nobody is named. Where the order alone would
// take any word for a name (the group own), it must begin with a family name of the language.
func easternName(language, s string) (name, role string) {
	for _, re := range easternNames()[language] {
		m := re.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		name, role = m[re.SubexpIndex("name")], strings.TrimSpace(m[re.SubexpIndex("role")])
		first, _ := utf8.DecodeRuneInString(name)
		own := re.SubexpIndex("own") < 0 || strings.ContainsRune(easternFamilies, first)
		if own && easternKind(name) == corpus.Unnamed && !isEasternOffice(name) && !isCountry(name) {
			if polite[role] {
				role = ""
			}
			return name, role
		}
	}
	return "", ""
}

// polite are titles that say nothing of what somebody is.
var polite = listed("氏 さん 君 先生 女士 小姐 씨 군 양 여사")

func isCountry(name string) bool {
	es := gazetteer.Lookup(name)
	return len(es) > 0 && es[0].Kind == corpus.Country
}

var easternOffice = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:` + chineseOffices + `|` + japaneseOffices + `|` + koreanOffices + `)$`)
})

func isEasternOffice(s string) bool { return easternOffice().MatchString(s) }

// easternBodies end the names of organisations.
var easternBodies = regexp.MustCompile(`(?:部|局|会|會|院|社|公司|政府|警方|大学|大學|中心|银行|銀行|集团|集團|法院|委|署|厅|庁|省|党|黨|県|市|都|府|道|連盟|協会|부|청|원|회|사|당|정부|경찰|검찰|은행|위원회|대학교|연구소|그룹|협회|통신|신문)$`)

// easternKind tells what sort of source a phrase without a name is.
func easternKind(s string) corpus.PersonKind {
	switch {
	case isEasternOffice(s):
		return corpus.Unnamed
	case easternBodies.MatchString(s):
		return corpus.Organisation
	}
	return corpus.Unnamed
}

// caselessName parts a source in a script without capitals: the name begins with the first known given name.
func caselessName(words []string) (name, role string) {
	for i, w := range words {
		if names.IsGiven(w) && (i+1 < len(words) || len(words) == 1) {
			return strings.Join(words[i:], " "), strings.Join(words[:i], " ")
		}
	}
	return "", ""
}
