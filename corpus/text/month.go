package text

import "strings"

// monthNames holds the names and abbreviations of the months, January first, as news writes them: nominative and
// the case that stands beside a day. Names are lower case; alternatives are separated by blanks. Where two languages
// use one word for two months (listopad), the larger press wins.
var monthNames = [][12]string{
	// English
	{"january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug", "september sep sept", "october oct", "november nov", "december dec"},
	// German
	{"januar jänner jan jän", "februar feber", "märz maerz mär mrz", "april", "mai", "juni", "juli", "august", "september", "oktober okt", "november", "dezember dez"},
	// French
	{"janvier janv jan", "février fevrier févr fév fev", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout aoû", "septembre sept", "octobre", "novembre", "décembre decembre déc"},
	// Spanish, Asturian
	{"enero ene", "febrero", "marzo", "abril abr", "mayo", "junio", "julio", "agosto ago", "septiembre setiembre", "octubre", "noviembre", "diciembre dic"},
	// Italian
	{"gennaio gen genn", "febbraio febbr", "marzo", "aprile", "maggio mag magg", "giugno giu", "luglio lug", "agosto", "settembre set sett", "ottobre ott", "novembre", "dicembre"},
	// Portuguese
	{"janeiro", "fevereiro", "março marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro out", "novembro", "dezembro"},
	// Dutch, Afrikaans
	{"januari januarie", "februari februarie", "maart mrt", "april", "mei", "juni junie", "juli julie", "augustus", "september", "oktober", "november", "december desember"},
	// Russian
	{"января январь янв", "февраля февраль фев февр", "марта март мар", "апреля апрель апр", "мая май", "июня июнь июн", "июля июль июл", "августа август авг", "сентября сентябрь сен сент", "октября октябрь окт", "ноября ноябрь ноя нояб", "декабря декабрь дек"},
	// Ukrainian
	{"січня січень січ", "лютого лютий лют", "березня березень бер берез", "квітня квітень квіт кві", "травня травень трав", "червня червень черв чер", "липня липень лип", "серпня серпень серп", "вересня вересень вер верес", "жовтня жовтень жовт", "листопада листопад лист листоп", "грудня грудень груд"},
	// Belarusian, Bulgarian, Serbian in Cyrillic
	{"студзеня януари јануар", "лютага февруари фебруар", "сакавіка", "красавіка април", "траўня мај", "чэрвеня юни јун", "ліпеня юли јул", "жніўня аугуст", "верасня септември септембар", "кастрычніка октомври октобар", "лістапада ноември новембар", "снежня декември децембар"},
	// Turkish
	{"ocak oca", "şubat subat şub", "mart", "nisan nis", "mayıs mayis", "haziran haz", "temmuz tem", "ağustos agustos ağu", "eylül eylul eyl", "ekim eki", "kasım kasim kas", "aralık aralik ara"},
	// Arabic: Gregorian names, those of the Levant (its two-word names are joined), those of the Maghreb
	{"يناير كانونالثاني جانفي", "فبراير شباط فيفري", "مارس آذار اذار", "أبريل ابريل إبريل نيسان أفريل", "مايو أيار ايار ماي", "يونيو يونيه حزيران جوان", "يوليو يوليه تموز جويلية", "أغسطس اغسطس آب أوت", "سبتمبر أيلول ايلول", "أكتوبر اكتوبر تشرينالأول تشرينالاول", "نوفمبر تشرينالثاني", "ديسمبر كانونالأول كانونالاول"},
	// Persian, Urdu (Gregorian)
	{"ژانویه جنوری", "فوریه فروری", "مارچ", "آوریل اپریل", "مه مئی", "ژوئن جون", "ژوئیه جولائی", "اوت اگست", "سپتامبر ستمبر", "اکتبر", "نوامبر نومبر", "دسامبر دسمبر"},
	// Hindi
	{"जनवरी", "फरवरी फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर", "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर"},
	// Polish
	{"stycznia styczeń sty", "lutego luty lut", "marca marzec", "kwietnia kwiecień kwi", "maja maj", "czerwca czerwiec cze", "lipca lipiec lip", "sierpnia sierpień sie", "września wrzesień wrz", "października październik paź", "listopada listopad lis", "grudnia grudzień gru"},
	// Czech, Slovak
	{"ledna leden januára", "února únor februára", "března březen", "dubna duben apríla", "května květen", "června červen júna", "července červenec júla", "srpna srpen augusta", "září septembra", "října říjen októbra", "listopadu", "prosince prosinec decembra"},
	// Swedish, Danish, Norwegian
	{"januari", "februari", "mars marts", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december desember des"},
	// Finnish
	{"tammikuuta tammikuu", "helmikuuta helmikuu", "maaliskuuta maaliskuu", "huhtikuuta huhtikuu", "toukokuuta toukokuu", "kesäkuuta kesäkuu", "heinäkuuta heinäkuu", "elokuuta elokuu", "syyskuuta syyskuu", "lokakuuta lokakuu", "marraskuuta marraskuu", "joulukuuta joulukuu"},
	// Hungarian
	{"január", "február", "március márc", "április ápr", "május máj", "június jún", "július júl", "augusztus", "szeptember szept", "október", "november", "december"},
	// Romanian
	{"ianuarie ian", "februarie", "martie", "aprilie", "mai", "iunie iun", "iulie iul", "august", "septembrie", "octombrie", "noiembrie noi", "decembrie"},
	// Greek
	{"ιανουαρίου ιανουάριος ιαν", "φεβρουαρίου φεβρουάριος φεβ", "μαρτίου μάρτιος μαρ", "απριλίου απρίλιος απρ", "μαΐου μάιος μαϊου", "ιουνίου ιούνιος ιουν", "ιουλίου ιούλιος ιουλ", "αυγούστου αύγουστος αυγ", "σεπτεμβρίου σεπτέμβριος σεπ", "οκτωβρίου οκτώβριος οκτ", "νοεμβρίου νοέμβριος νοε", "δεκεμβρίου δεκέμβριος δεκ"},
	// Croatian, Slovene, Serbian in Latin
	{"siječnja januarja januar", "veljače februarja februar", "ožujka marca mart", "travnja aprila", "svibnja maja", "lipnja junija jun", "srpnja julija jul", "kolovoza avgusta avgust", "rujna septembra septembar", "listopada oktobra oktobar", "studenoga studenog novembra novembar", "prosinca decembra decembar"},
	// Indonesian, Malay
	{"januari", "februari pebruari", "maret", "april", "mei", "juni jun", "juli julai", "agustus ogos", "september", "oktober", "november nopember", "desember disember"},
	// Croatian as it stands in headings, Albanian
	{"siječanj janar", "veljača shkurt", "ožujak", "travanj prill", "svibanj", "lipanj qershor", "srpanj korrik", "kolovoz gusht", "rujan shtator", "tetor", "studeni nëntor", "prosinac dhjetor"},
	// Lithuanian, Latvian, Estonian
	{"sausio janvārī janvāris jaanuar", "vasario februārī februāris veebruar", "kovo martā märts", "balandžio aprīlī aprīlis aprill", "gegužės maijā maijs", "birželio jūnijā jūnijs juuni", "liepos jūlijā jūlijs juuli", "rugpjūčio augustā augusts", "rugsėjo septembrī septembris", "spalio oktobrī oktobris oktoober", "lapkričio novembrī novembris", "gruodžio decembrī decembris detsember"},
	// Icelandic, Azerbaijani and Uzbek, Swahili, Filipino
	{"janúar yanvar", "febrúar fevral pebrero", "machi marso", "apríl aprel aprili", "maí", "júní iyun hunyo", "júlí iyul julai hulyo", "ágúst avqust agosti", "sentyabr septemba setyembre", "október oktyabr oktoba oktubre", "nóvember noyabr novemba nobyembre", "dekabr desemba disyembre"},
	// Bengali, with its dotted letter in one piece and in two
	{"জানুয়ারি জানুয়ারি জানুয়ারী জানুয়ারী", "ফেব্রুয়ারি ফেব্রুয়ারি ফেব্রুয়ারী ফেব্রুয়ারী", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট অগস্ট", "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর"},
	// Thai, Georgian
	{"มกราคม იანვარი", "กุมภาพันธ์ თებერვალი", "มีนาคม მარტი", "เมษายน აპრილი", "พฤษภาคม მაისი", "มิถุนายน ივნისი", "กรกฎาคม ივლისი", "สิงหาคม აგვისტო", "กันยายน სექტემბერი", "ตุลาคม ოქტომბერი", "พฤศจิกายน ნოემბერი", "ธันวาคม დეკემბერი"},
	// Catalan, Galician, Basque
	{"gener xaneiro", "febrer febreiro", "març marzo", "abril", "maig maio", "juny xuño", "juliol xullo", "agost", "setembre setembro", "octubre outubro", "novembre", "desembre decembro"},
	// Hebrew (with its prefix)
	{"ינואר בינואר", "פברואר בפברואר", "מרץ במרץ", "אפריל באפריל", "מאי במאי", "יוני ביוני", "יולי ביולי", "אוגוסט באוגוסט", "ספטמבר בספטמבר", "אוקטובר באוקטובר", "נובמבר בנובמבר", "דצמבר בדצמבר"},
}

// Months tells a month's number, 1 to 12, by any of its lower-case names or abbreviations in about fifty languages.
var Months = monthsByName()

// LongestMonth bounds the bytes of a name worth looking up.
const LongestMonth = 36

func monthsByName() map[string]uint8 {
	m := make(map[string]uint8, 700)
	for _, language := range monthNames {
		for i, names := range language {
			for _, n := range strings.Fields(names) {
				if _, taken := m[n]; !taken {
					m[n] = uint8(i + 1)
				}
			}
		}
	}
	return m
}
