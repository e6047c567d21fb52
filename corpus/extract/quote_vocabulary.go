package extract

// vocabularies are the languages besides English in which speech is read: those of its verbs and nouns that news use.
var vocabularies = map[string]vocabulary{
	"de": german, "nl": dutch, "sv": swedish, "da": danish, "no": norwegian,
	"fr": french, "es": spanish, "it": italian, "pt": portuguese, "ca": catalan,
	"ru": russian, "uk": ukrainian, "pl": polishWords, "tr": turkish, "ar": arabic,
	"zh": {he: "他", she: "她"}, "ja": {he: "彼", she: "彼女"}, "ko": {he: "그는 그", she: "그녀는 그녀"},
}

var german = vocabulary{
	says: `sagte sagt gesagt sagten sagen erklärte erklärt erklärten betonte betont betonten berichtete berichtet berichteten teilte mitgeteilt meinte meint
		meinten kritisierte kritisiert warnte warnt warnten gewarnt forderte fordert forderten gefordert bestätigte bestätigt bestätigten
		versicherte versichert äußerte geäußert behauptete behauptet behaupteten kündigte angekündigt fügte hinzugefügt ergänzte ergänzt
		schrieb schreibt geschrieben schrieben verkündete verkündet räumte eingeräumt unterstrich unterstreicht versprach verspricht
		versprochen antwortete antwortet fragte fragt bekräftigte bekräftigt erläuterte erläutert erzählte erzählt hob resümierte
		mahnte mahnt monierte bemängelte beklagte beklagt lobte begründete so klagte klagt urteilte dementierte bilanzierte schilderte schildert rief
		twitterte prognostizierte vermutete vermutet glaubt glaubte hofft hoffte findet befand sprach spricht verwies wies führte mitteilte mitteilten betonen kritisieren warnen fordern bestätigen versichern behaupten ergänzen schreiben vermuten glauben hoffen melden meldete meldeten beklagen klagen loben rügte rügt rügen rechnet rechnete`,
	aux: `ist sind war waren wird werden wurde wurden hat haben hatte hatten habe hätte hätten sei seien wäre wären soll sollen sollte sollten kann
		können könne könnte könnten muss müssen müsse musste müsste will wollen wolle wollte wollten darf dürfen dürfe möchte mag gibt
		gebe gab kommt kam geht ging steht stand liegt lag bleibt blieb stieg fiel starb starben`,
	det:  "der die das den dem des ein eine einen einem einer eines kein keine mein sein seine seinen seiner ihr ihre ihren ihrer unser unsere dieser diese dieses diesem jeder jede viele mehrere einige alle zwei drei vier fünf sechs zehn",
	prep: "in im an am auf aus bei beim nach von vom vor zu zum zur mit für über unter durch gegen ohne um bis seit während wegen trotz laut zwischen neben hinter gegenüber",
	of:   "des der von vom zum zur für im in bei beim", conj: "und oder aber doch sondern sowie",
	sub: "weil wenn als ob obwohl nachdem bevor während da wo wie warum was wer", that: "dass daß ob", not: "nicht nie niemand kein keine",
	adverb: "auch noch dann dort hier jedoch zuvor später zudem außerdem bereits weiter dazu daraufhin dabei danach schon nun zugleich allerdings wörtlich unterdessen vielmehr erstens zweitens drittens dennoch deshalb daher trotzdem damit dadurch dafür natürlich vielleicht schließlich letztlich immerhin einerseits andererseits sich mich mir dich uns",
	time:   "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember heute gestern morgen montagabend dienstagabend mittwochabend donnerstagabend freitagabend abend nachmittag vormittag mittag nacht woche monat jahr uhr",
	he:     "er", she: "sie", they: "es wir ich",
	speaking: `sprecher sprecherin pressesprecher pressesprecherin regierungssprecher regierungssprecherin polizeisprecher polizeisprecherin minister ministerin
		außenminister außenministerin innenminister innenministerin finanzminister finanzministerin verteidigungsminister verteidigungsministerin
		gesundheitsminister gesundheitsministerin umweltminister umweltministerin wirtschaftsminister justizministerin justizminister bundeskanzler
		bundeskanzlerin kanzler kanzlerin präsident präsidentin bundespräsident ministerpräsident ministerpräsidentin vizepräsident staatschef
		regierungschef regierungschefin premierminister premierministerin bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
		chef chefin vorsitzende vorsitzender parteichef parteichefin fraktionschef fraktionschefin generalsekretär generalsekretärin
		direktor direktorin geschäftsführer geschäftsführerin vorstand vorstandschef vorstandschefin trainer trainerin
		kapitän torwart stürmer professor professorin experte expertin ökonom ökonomin analyst analystin forscher forscherin wissenschaftler
		wissenschaftlerin arzt ärztin lehrer lehrerin schüler schülerin student studentin anwalt anwältin staatsanwalt staatsanwältin
		richter richterin abgeordnete abgeordneter senator senatorin landrat landrätin leiter leiterin botschafter botschafterin general
		kommandant bischof papst pfarrer pfarrerin autor autorin schauspieler schauspielerin sänger sängerin regisseur regisseurin
		journalist journalistin zeuge zeugin anwohner anwohnerin bewohner bewohnerin nachbar nachbarin bauer bäuerin landwirt unternehmer unternehmerin
		gründer gründerin mitarbeiter mitarbeiterin beauftragte beauftragter herr frau mann doktor dr mutter vater meteorologe meteorologin führer führerin fahrer fahrerin händler händlerin besitzer besitzerin inhaber inhaberin betreiber betreiberin wirt wirtin meister meisterin`,
	plural:    "experten ärzte beamte ermittler zeugen kritiker politiker behörden analysten ökonomen medien quellen augenzeugen diplomaten eltern bauern kreise regierungskreisen angaben",
	bodies:    "regierung bundesregierung ministerium polizei behörde gericht partei kommission unternehmen konzern bank verband gewerkschaft armee militär feuerwehr staatsanwaltschaft agentur nachrichtenagentur zeitung sender innenministerium außenministerium verteidigungsministerium amt institut universität verein stadt kreml",
	documents: "bericht studie umfrage mitteilung erklärung statistik", hearers: "reportern journalisten zeitung nachrichtenagentur presse",
	according: "laut nach_angaben nach_ansicht nach_meinung nach_aussage nach_einschätzung nach_informationen nach_worten", postposed: "zufolge",
	mood: `sei seien habe hätte hätten wäre wären werde würde würden könne könnte könnten müsse müssten solle sollte sollten wolle wollten dürfe
		dürfte dürften gebe gäbe gehe komme stehe liege bleibe lasse mache wisse brauche bräuchte sehe finde halte nehme gelte fehle führe bringe laufe bestehe handle handele`,
	degree: "so derart dermaßen solch solche solchen",
	bare:   true, second: true, compounds: true,
}

var dutch = vocabulary{
	says: `zei zegt gezegd zeiden zeggen verklaarde verklaart verklaard meldde meldt gemeld melden meldden vertelde vertelt verteld benadrukte benadrukt schreef schrijft
		geschreven waarschuwde waarschuwt gewaarschuwd bevestigde bevestigt bevestigd voegde stelde stelt gesteld vindt vond liet aldus antwoordde
		antwoordt beweerde beweert kondigde aangekondigd erkende erkent beloofde belooft klaagde klaagt concludeerde concludeert
		reageerde reageert eiste eist hoopt denkt meent noemde noemt legde zo`,
	aux:  "is zijn was waren wordt worden werd werden heeft hebben had hadden zal zullen zou zouden kan kunnen kon konden moet moeten moest wil willen wilde mag mogen gaat gaan ging kwam komt blijft bleef staat stond ligt lag",
	det:  "de het een deze dit die dat zijn haar hun ons onze elk elke veel enkele alle twee drie vier vijf",
	prep: "in op aan uit bij naar van voor met over onder door tegen zonder om tot sinds tijdens volgens tussen na te vanaf", of: "van voor bij in de",
	conj: "en of maar want", sub: "omdat als toen terwijl nadat voordat hoewel waar hoe waarom wat wie", that: "dat of", not: "niet nooit niemand geen",
	adverb: "ook nog dan daar hier echter later eerder verder al nu daarna bovendien",
	time:   "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december vandaag gisteren morgen avond middag ochtend nacht week maand jaar uur",
	he:     "hij", she: "zij ze", they: "wij we ik het",
	speaking: `woordvoerder woordvoerster minister premier president burgemeester voorzitter directeur directrice hoogleraar professor deskundige onderzoeker onderzoekster
		econoom arts advocaat advocate rechter officier wethouder kamerlid staatssecretaris trainer coach aanvoerder commissaris ambassadeur generaal
		bisschop paus schrijver schrijfster acteur actrice zanger zangeres journalist getuige bewoner bewoonster boer ondernemer oprichter topman
		topvrouw leider fractievoorzitter partijleider burgemeester koning koningin secretaris-generaal minister-president leraar lerares analist heer mevrouw dokter`,
	plural:    "deskundigen onderzoekers artsen getuigen bewoners critici politici autoriteiten bronnen analisten media ouders boeren ooggetuigen",
	bodies:    "regering kabinet ministerie politie rechtbank partij commissie bedrijf bank vakbond leger brandweer bestuur justitie persbureau krant omroep gemeente universiteit",
	documents: "rapport onderzoek verklaring persbericht", hearers: "journalisten verslaggevers persbureau krant",
	according: "volgens", second: true, compounds: true,
}

var swedish = vocabulary{
	says: "sade sa säger sagt uppgav uppger uppgett berättade berättar berättat skrev skriver skrivit hävdade hävdar förklarade förklarar förklarat varnade varnar betonade betonar meddelade meddelar meddelat tillade tillägger svarade svarar bekräftade bekräftar tycker tyckte menar menade konstaterar konstaterade",
	aux:  "är var blir blev har hade ska skulle kan kunde måste vill ville får fick kommer kom går gick står stod ligger låg",
	det:  "en ett den det de denna detta dessa sin sitt sina hans hennes deras alla många några två tre fyra fem",
	prep: "i på av för med till från om under över vid mot utan efter före mellan enligt hos",
	of:   "för på i vid av från", conj: "och eller men", sub: "när om eftersom medan där hur varför som", that: "att om", not: "inte aldrig ingen",
	adverb: "också även sedan där här dock senare vidare redan nu dessutom",
	time:   "måndag tisdag onsdag torsdag fredag lördag söndag måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen januari februari mars april maj juni juli augusti september oktober november december idag igår",
	he:     "han", she: "hon", they: "de vi jag det",
	speaking:  "talesperson talesman talespersonen minister ministern statsminister statsministern utrikesminister utrikesministern finansminister finansministern president presidenten presstalesperson presstalesman polischef ordförande ordföranden direktör vd chef chefen professor professorn forskare forskaren ekonom ekonomen läkare läkaren advokat advokaten åklagare åklagaren borgmästare general tränare tränaren kapten författare författaren vittne analytiker partiledare partiledaren",
	plural:    "experter forskare vittnen källor kritiker myndigheter politiker boende föräldrar",
	bodies:    "regeringen polisen ministeriet departementet partiet företaget banken domstolen armén facket myndigheten kommissionen kommunen",
	documents: "rapporten studien", hearers: "reportrar journalister", according: "enligt", second: true, compounds: true,
}

var danish = vocabulary{
	says: "sagde siger sagt oplyste oplyser oplyst fortalte fortæller fortalt skrev skriver hævdede hævder forklarede forklarer advarede advarer understregede understreger meddelte meddeler tilføjede tilføjer svarede svarer bekræftede bekræfter mener mente lyder lød udtalte udtaler",
	aux:  "er var bliver blev har havde skal skulle kan kunne må måtte vil ville får fik kommer kom går gik står stod ligger lå",
	det:  "en et den det de denne dette disse sin sit sine hans hendes deres alle mange nogle to tre fire fem",
	prep: "i på af for med til fra om under over ved mod uden efter før mellem ifølge hos",
	of:   "for på i ved af fra", conj: "og eller men", sub: "når da hvis fordi mens hvor hvordan hvorfor som der", that: "at om", not: "ikke aldrig ingen",
	adverb: "også så der her dog senere videre allerede nu desuden",
	time:   "mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august september oktober november december",
	he:     "han", she: "hun", they: "de vi jeg det",
	speaking:  "talsmand talskvinde talsperson minister ministeren statsminister statsministeren udenrigsminister udenrigsministeren finansminister finansministeren præsident præsidenten politiker formand formanden forkvinde direktør direktøren chef chefen professor professoren forsker forskeren økonom økonomen læge lægen advokat advokaten anklager borgmester borgmesteren general træner træneren anfører forfatter forfatteren vidne analytiker ordfører",
	plural:    "eksperter forskere vidner kilder kritikere myndigheder politikere beboere forældre",
	bodies:    "regeringen politiet ministeriet partiet virksomheden selskabet banken retten hæren fagforeningen myndigheden kommissionen kommunen",
	documents: "rapporten undersøgelsen", hearers: "journalister", according: "ifølge", second: true, compounds: true,
}

var norwegian = vocabulary{
	says: "sa sier sagt opplyste opplyser opplyst fortalte forteller fortalt skrev skriver hevdet hevder forklarte forklarer advarte advarer understreket understreker meldte melder tilføyde tilføyer svarte svarer bekreftet bekrefter mener mente uttalte uttaler",
	aux:  danish.aux + " blir ble kunne fikk kom gikk sto ligger lå vil ville",
	det:  danish.det + " ei hennes deres noen",
	prep: "i på av for med til fra om under over ved mot uten etter før mellom ifølge hos", of: danish.of + " av",
	conj: "og eller men", sub: "når da hvis fordi mens hvor hvordan hvorfor som der", that: "at om", not: "ikke aldri ingen", adverb: "også så der her senere videre allerede nå dessuten",
	time: "mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar mars april mai juni juli august september oktober november desember",
	he:   "han", she: "hun", they: "de vi jeg det",
	speaking: danish.speaking + " talsmann talskvinne statsminister utenriksminister finansminister president leder lederen økonom lege advokat ordfører ordføreren trener forfatter vitne",
	plural:   "eksperter forskere vitner kilder kritikere myndigheter politikere beboere foreldre", bodies: "regjeringen politiet departementet partiet selskapet banken retten hæren kommisjonen kommunen",
	documents: "rapporten undersøkelsen", hearers: "journalister", according: "ifølge", second: true, compounds: true,
}

var turkish = vocabulary{
	says: `dedi diyor söyledi söylüyor belirtti belirtiyor açıkladı açıklıyor vurguladı ifade konuştu kaydetti bildirdi savundu ekledi yazdı anlattı duyurdu
		uyardı yanıtladı cevapladı sordu iddia öne aktardı diyen söyleyen belirten dile kullandı`,
	aux: "oldu olduğunu var yok", det: "bir bu şu o", prep: "", conj: "ve veya ama ancak", sub: "çünkü", not: "değil",
	adverb: "ayrıca sonra da de daha diye ifadesini ifadelerini şeklinde sözlerini", time: "pazartesi salı çarşamba perşembe cuma cumartesi pazar bugün dün ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık günü",
	he: "o", she: "", they: "biz ben onlar",
	speaking: `bakan bakanı başbakan başkan başkanı cumhurbaşkanı sözcü sözcüsü müdür müdürü genel sekreter sekreteri vali valisi milletvekili profesör prof dr doktor avukat uzman uzmanı
		general büyükelçi büyükelçisi lider lideri belediye yardımcısı ekonomist yazar gazeteci tanık öğretmen hakim savcı yetkili`,
	plural: "yetkililer uzmanlar tanıklar kaynaklar", bodies: "hükümet bakanlık bakanlığı polis mahkeme parti şirket banka ordu sendika belediye ajans ajansı",
	documents: "rapor açıklama", hearers: "gazetecilere", postposed: "göre", second: true, final: true,
}

var arabic = vocabulary{
	says: `قال قالت يقول تقول أكد أكدت اكد اكدت أعلن أعلنت اعلن اعلنت صرح صرحت أضاف أضافت اضاف اضافت أوضح أوضحت اوضح ذكر ذكرت أشار أشارت اشار اعتبر اعتبرت
		حذر حذرت كتب كتبت شدد شددت أفاد أفادت افاد افادت نفى نفت زعم زعمت تابع تابعت قالوا دعا دعت لفت بين`,
	aux: "كان كانت يكون تم سوف قد لن لم", det: "هذا هذه ذلك تلك بعض كل", prep: "في من إلى الى على عن مع بين خلال بعد قبل منذ حول أمام عند لدى ضد بشأن عقب", of: "باسم في",
	conj: "و أو لكن", sub: "الذي التي حيث عندما إذا لأن بينما", that: "إن أن ان أنه إنه أنها إنها بأن بأنه أنهم إنهم أنّ إنّ", not: "لم لا لن ليس",
	adverb: "أيضا ايضا", time: "اليوم أمس الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت يوم مساء صباح",
	he: "هو", she: "هي", they: "هم نحن",
	speaking: `وزير وزيرة الوزير الوزيرة رئيس رئيسة الرئيس الرئيسة المتحدث المتحدثة الناطق الناطقة متحدث متحدثة ناطق ناطقة مدير مديرة المدير المديرة الأمين سفير السفير السفيرة القائد قائد
		اللواء العميد العقيد الجنرال الملك الأمير الشيخ الدكتور الدكتورة النائب النائبة المحامي المحامية الخبير الخبيرة المحلل الكاتب الكاتبة الصحفي الصحفية المسؤول مسؤول مصدر المبعوث محافظ المحافظ`,
	plural: "مسؤولون مصادر خبراء شهود محللون ناشطون سكان السلطات", bodies: "الحكومة الوزارة وزارة الشرطة الجيش المحكمة الحزب الشركة البنك وكالة الوكالة صحيفة المنظمة منظمة اللجنة الهيئة قناة",
	documents: "بيان التقرير البيان", hearers: "للصحفيين للصحافيين لوكالة لصحيفة لقناة لإذاعة لموقع لبي", according: "وفقا_ل بحسب حسب وفق نقلا_عن", dropped: true, caseless: true,
}
