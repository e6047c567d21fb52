package extract

var russian = vocabulary{
	says: `сказал сказала сказали сказано говорит говорят говорил говорила заявил заявила заявили заявляет заявило заявляют сообщил сообщила сообщили сообщило сообщает сообщают отметил
		отметила отметили отмечает отмечают подчеркнул подчеркнула подчеркнули подчёркивает подчеркивает добавил добавила добавили добавляет рассказал рассказала рассказали рассказывает
		объяснил объяснила объяснили объясняет пояснил пояснила пояснили поясняет уточнил уточнила уточнили уточняет подтвердил подтвердила подтвердили подтверждает ответил ответила
		отвечает написал написала пишет пишут напомнил напомнила напоминает считает считают полагает полагают утверждает утверждают утверждал призвал призвала
		предупредил предупредила предупреждает пообещал пообещала признал признала признает признаёт признался призналась указал указала указывает заверил заверила заметил заметила
		выразил выразила опроверг опровергла опровергли обвинил обвинила резюмировал прокомментировал прокомментировала констатировал объявил объявила объявили
		передает передаёт информирует надеется уверен уверена`,
	aux: "был была было были есть будет будут стал стала стали может могут должен должна должны хочет хотят идет идёт идут", det: "этот эта это эти его её ее их наш наша свой своя весь вся все два три четыре пять",
	prep: "в во на с со к ко по из от у о об обо за под над при для без до между через после перед около против среди ради", of: "", conj: "и или а но да", sub: "когда если чтобы потому как где который которая которые которое пока хотя", that: "что будто ли",
	not: "не ни никогда никто", adverb: "также ещё еще уже потом затем там здесь тогда сегодня вчера ранее позже теперь однако",
	time: "понедельник вторник среду четверг пятницу субботу воскресенье понедельника вторника среды четверга пятницы субботы воскресенья января февраля марта апреля мая июня июля августа сентября октября ноября декабря сегодня вчера завтра утром вечером днем днём ночью",
	he:   "он", she: "она", they: "они мы я оно",
	speaking: `министр министра президент президента премьер премьер-министр глава главы председатель председателя губернатор губернатора мэр мэра депутат депутата сенатор сенатора секретарь секретаря пресс-секретарь пресс
		представитель представителя представительница представительницы официальный директор директора руководитель руководителя начальник начальника генерал генерала полковник командующий
		посол посла адвокат адвоката судья прокурор прокурора профессор профессора эксперт эксперта экономист экономиста аналитик аналитика ученый учёный врач врача учитель тренер тренера
		капитан игрок автор писатель актер актёр актриса певец певица режиссер режиссёр журналист журналистка свидетель житель жительница сосед фермер рыбак студент студентка
		заместитель заместителя вице-премьер советник советника уполномоченный лидер лидера основатель владелец патриарх митрополит источник собеседник координатор координатора историк канцлер канцлера король королева господин госпожа дипломат`,
	plural:    "эксперты экспертов ученые учёные врачи врачей очевидцы очевидцев источники источников власти властей чиновники жители жителей аналитики аналитиков свидетели журналисты юристы следователи",
	bodies:    "правительство министерство ведомство ведомства полиция полиции суд суда партия партии комиссия компания компании банк банка профсоюз армия мид мчс минобороны минобороны следком агентство агентства газета газеты телеканал прокуратура прокуратуры кремль кремля администрация администрации госдеп пентагон",
	documents: "доклад отчет отчёт исследование опрос сообщение документ", hearers: "журналистам корреспонденту агентству",
	according: "по_словам по_данным по_мнению по_сообщению по_информации по_оценке согласно как_сообщает как_сообщил как_сообщила как_сообщили как_сообщает как_заявил как_заявила как_отметил как_отметила как_пишет", inflected: true,
}

var ukrainian = vocabulary{
	says: `сказав сказала сказали каже кажуть говорить говорив заявив заявила заявили заявляє повідомив повідомила повідомили повідомляє повідомляють зазначив зазначила зазначили зазначає
		наголосив наголосила наголосили наголошує підкреслив підкреслила підкреслює додав додала додали додає розповів розповіла розповіли розповідає пояснив пояснила пояснили пояснює уточнив уточнила
		підтвердив підтвердила підтвердили підтверджує відповів відповіла написав написала пише пишуть нагадав нагадала вважає вважають стверджує стверджують закликав закликала попередив попередила
		пообіцяв пообіцяла визнав визнала вказав вказала зауважив зауважила запевнив запевнила спростував спростувала оголосив оголосила прокоментував прокоментувала переконаний переконана`,
	aux: "був була було були є буде будуть став стала стали може можуть має мають повинен повинна хоче", det: "цей ця це ці його її їх їхній наш наша свій своя весь вся всі два три чотири пять",
	prep: "в у на з із зі до по від о об за під над при для без між через після перед біля проти серед про", conj: "і й та або а але", sub: "коли якщо щоб бо тому як де який яка які поки хоча", that: "що чи ніби",
	not: "не ні ніколи ніхто", adverb: "також ще вже потім там тут тоді сьогодні вчора раніше пізніше тепер однак",
	time: "понеділок вівторок середу четвер пятницю суботу неділю понеділка вівторка середи четверга пятниці суботи неділі січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня сьогодні вчора завтра",
	he:   "він", she: "вона", they: "вони ми я воно",
	speaking: `міністр міністра міністерка міністерки президент президента президентка прем'єр прем'єр-міністр голова голови очільник очільниця очільника губернатор мер мера мерка депутат депутата депутатка секретар речник речника речниця речниці
		представник представника представниця представниці директор директора директорка керівник керівника керівниця начальник начальника генерал полковник командувач посол посла адвокат адвоката адвокатка суддя прокурор прокурора професор професора
		експерт експерта експертка економіст економіста аналітик учений вчений лікар лікаря лікарка вчитель вчителька тренер тренера капітан автор письменник письменниця актор акторка співак співачка
		журналіст журналістка свідок житель жителька мешканець мешканка сусід фермер рибалка студент студентка заступник заступника заступниця радник радника радниця лідер лідера митрополит джерело історик канцлер пан пані`,
	plural:    "експерти експертів вчені лікарі лікарів очевидці очевидців джерела джерел влада чиновники жителі жителів аналітики аналітиків свідки правоохоронці рятувальники",
	bodies:    "уряд міністерство відомство поліція поліції суд партія комісія компанія компанії банк профспілка армія мзс дснс генштаб міноборони агентство газета телеканал прокуратура кремль адміністрація офіс",
	documents: "доповідь звіт дослідження опитування повідомлення документ", hearers: "журналістам",
	according: "за_словами за_даними на_думку за_повідомленням за_інформацією за_оцінкою згідно_з як_повідомляє як_повідомив як_повідомила як_зазначив як_зазначила", inflected: true,
}

var polishWords = vocabulary{
	says: `powiedział powiedziała powiedzieli mówi mówił mówiła mówią oświadczył oświadczyła oświadczyli podkreślił podkreśliła podkreślili podkreśla dodał dodała dodali dodaje stwierdził stwierdziła stwierdza
		zaznaczył zaznaczyła zaznacza poinformował poinformowała poinformowali informuje informują poinformowało przekazał przekazała przekazali przekazało zapowiedział zapowiedziała zapowiada
		wyjaśnił wyjaśniła wyjaśnia tłumaczył tłumaczyła tłumaczy ocenił oceniła ocenia uważa uważają twierdzi twierdzą napisał napisała pisze ostrzegł ostrzegła ostrzega przyznał przyznała przyznaje
		zapewnił zapewniła zapewnia przypomniał przypomniała przypomina potwierdził potwierdziła potwierdza ogłosił ogłosiła odpowiedział odpowiedziała odpowiada
		skomentował skomentowała zauważył zauważyła zauważa relacjonuje opowiada opowiadał apeluje zaapelował zaapelowała skrytykował skrytykowała podaje podał podała donosi sądzi`,
	aux: "jest są był była było były będzie będą ma mają miał miała może mogą musi muszą chce chcą został została zostało zostały", det: "ten ta to te ci jego jej ich nasz nasza swój swoja każdy wszystkie wszyscy dwa dwie trzy cztery pięć",
	prep: "w we na z ze do od o za pod nad przy dla bez przez po przed między według wśród podczas wobec około przeciw", conj: "i oraz lub albo a ale", sub: "gdy kiedy jeśli ponieważ bo gdzie jak który która które którzy choć", that: "że iż czy żeby", not: "nie nigdy nikt",
	adverb: "także też jeszcze już potem tam tu wtedy dziś wczoraj wcześniej później teraz jednak ponadto również", inflected: true, dropped: true,
	time: "poniedziałek wtorek środę czwartek piątek sobotę niedzielę stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia dziś dzisiaj wczoraj jutro rano wieczorem",
	he:   "on", she: "ona", they: "oni one my ja",
	speaking: `minister ministra ministry premier premiera prezydent prezydenta prezydenta wicepremier prezes prezesa prezeska przewodniczący przewodnicząca przewodniczącego burmistrz burmistrza wójt poseł posła posłanka posłanki senator senatora
		rzecznik rzecznika rzeczniczka rzeczniczki prasowy prasowa dyrektor dyrektora dyrektorka szef szefa szefowa szefowej kierownik komendant komendanta generał generała pułkownik ambasador ambasadora adwokat mecenas sędzia prokurator prokuratora
		profesor profesora prof dr ekspert eksperta ekspertka ekonomista ekonomisty analityk analityka naukowiec lekarz lekarza lekarka nauczyciel nauczycielka trener trenera kapitan bramkarz napastnik autor autorka
		pisarz pisarka aktor aktorka piosenkarz reżyser reżyserka dziennikarz dziennikarka świadek mieszkaniec mieszkanka sąsiad rolnik rybak student studentka wojewoda wojewody marszałek marszałka radny radna biskup arcybiskup papież ksiądz lider lidera założyciel pan pani historyk kanclerz`,
	plural:    "eksperci ekspertów naukowcy lekarze świadkowie świadków mieszkańcy mieszkańców źródła władze władz urzędnicy analitycy śledczy politycy strażacy rolnicy",
	bodies:    "rząd rządu ministerstwo ministerstwa resort policja policji prokuratura prokuratury sąd partia komisja spółka firma bank związek armia wojsko straż agencja agencji gazeta dziennik kreml urząd urzędu instytut msz mon",
	documents: "raport raportu badanie badania komunikat komunikatu sondaż sondażu", hearers: "dziennikarzom", according: "według zdaniem jak_poinformował jak_poinformowała jak_podaje jak_podał jak_podkreślił jak_dodał",
}
