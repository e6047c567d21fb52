package extract

var french = vocabulary{
	says: `dit disait dira disent déclaré déclare déclarait déclarent affirmé affirme affirmait affirment expliqué explique expliquait expliquent ajouté ajoute ajoutait
		indiqué indique indiquait indiquent précisé précise précisait précisent annoncé annonce annonçait annoncent estimé estime estimait estiment souligné souligne
		soulignait assuré assure assurait assurent raconté raconte racontait rapporté rapporte rapportent confié confie écrit écrivait répondu répond répondait rappelé
		rappelle rappelait prévenu prévient averti avertit dénoncé dénonce dénonçait regretté regrette insisté insiste insistait lancé lance
		conclu conclut poursuivi poursuit reconnu reconnaît reconnait admis admet confirmé confirme confirmaient confirment soutenu soutient martelé martèle promis promet
		jugé juge résumé résume observé observe noté note témoigné témoigne critiqué critique critiquait tweeté plaidé plaide prétendu prétend nié nie demandé
		demande commenté commente fait-il savoir réagi réagit appelé espère espéré pense craint indigne insurge exclame étonne inquiète réjouit félicite emporte alarme s'indigne`,
	aux: `a ont avait avaient aurait auraient est sont était étaient sera seront serait fut furent va vont doit doivent peut peuvent pourrait pourraient devrait
		devraient veut veulent fait font faisait avoir être ai avons avez suis sommes`,
	det:  "le la les l un une des ce cet cette ces son sa ses leur leurs notre nos mon ma mes plusieurs quelques certains certaines chaque tout tous toute toutes aucun deux trois quatre cinq dix",
	prep: "à au aux en dans sur sous par pour avec sans chez vers contre entre de du des d depuis pendant avant après selon devant derrière lors malgré d'après",
	of:   "de du des d", conj: "et ou mais ni", sub: "quand lorsque si comme parce car puisque où dont qui quoi afin", that: "que qu", not: "pas jamais rien personne ne n aucun",
	adverb: "aussi encore puis ensuite alors là ici ainsi toutefois cependant déjà également notamment enfin hier aujourd'hui plus t part côté",
	time:   "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre hier aujourd'hui demain matin soir après-midi midi nuit semaine mois année heures",
	he:     "il", she: "elle", they: "ils elles on nous je",
	speaking: `porte-parole porte parole ministre premier président présidente vice-président maire mairesse député députée sénateur sénatrice secrétaire directeur directrice général générale
		chef cheffe responsable patron patronne dirigeant dirigeante procureur procureure avocat avocate juge magistrat préfet préfète gouverneur gouverneure
		ambassadeur ambassadrice professeur professeure chercheur chercheuse économiste analyste expert experte spécialiste médecin docteur infirmière
		entraîneur entraîneuse sélectionneur capitaine gardien attaquant joueur joueuse colonel commandant évêque archevêque pape imam curé
		auteur autrice écrivain écrivaine acteur actrice chanteur chanteuse réalisateur réalisatrice journaliste témoin habitant habitante voisin voisine
		agriculteur agricultrice pêcheur enseignant enseignante étudiant étudiante élu élue conseiller conseillère candidat candidate fondateur fondatrice
		commissaire source monsieur madame mme m mr père mère chancelier chancelière roi reine historien historienne sociologue politologue gérant gérante`,
	plural:    "experts chercheurs autorités sources témoins habitants médecins avocats élus députés syndicats responsables enquêteurs manifestants associations économistes analystes parents agriculteurs",
	bodies:    "gouvernement ministère police gendarmerie parquet tribunal justice parti commission entreprise société groupe banque syndicat armée mairie préfecture association agence journal quotidien chaîne fédération université institut organisation ong cour élysée kremlin matignon",
	documents: "rapport étude communiqué enquête sondage texte", hearers: "journalistes reporters",
	according: "selon d'après", postposed: "",
}

var spanish = vocabulary{
	says: `dijo dice dicho dijeron dicen decía declaró declara declarado declararon afirmó afirma afirmado afirmaron aseguró asegura asegurado aseguraron explicó explica
		explicado explicaron añadió añade añadido añadieron agregó agrega agregado señaló señala señalado señalaron indicó indica indicado indicaron anunció anuncia anunciado
		anunciaron informó informa informado informaron comentó comenta comentado manifestó manifiesta sostuvo sostiene advirtió advierte advertido advirtieron
		denunció denuncia denunciado denunciaron subrayó subraya destacó destaca destacado reconoció reconoce reconocido admitió admite confirmó confirma confirmado
		confirmaron contó cuenta contado relató relata escribió escribe escrito respondió responde respondido recordó recuerda insistió insiste reiteró reitera
		apuntó apunta precisó precisa criticó critica lamentó lamenta prometió promete pidió pide exigió exige concluyó concluye opinó opina
		consideró considera expresó expresa resaltó resalta puntualizó aclaró aclara negó niega alertó alerta detalló detalla sentenció zanjó matizó cree piensa espera preguntó pregunta cuestionó relatan contaron`,
	aux:  "ha han había habían habría es son era eran fue fueron será serán sería está están estaba estaban estuvo va van iba debe deben puede pueden podría podrían quiere quieren hay hubo tiene tienen tenía haber",
	det:  "el la los las un una unos unas este esta estos estas ese esa su sus nuestro nuestra mi varios varias algunos algunas cada todo todos toda todas dos tres cuatro cinco diez lo",
	prep: "a al de del en con por para sin sobre entre desde hasta hacia según contra durante ante tras bajo mediante", of: "de del", conj: "y e o u pero ni sino",
	sub: "cuando si como porque pues donde quien quienes cuyo mientras aunque", that: "que", not: "no nunca nadie nada", adverb: "también además después luego así allí aquí ya aún todavía sin embargo ayer hoy mañana entonces igualmente parte",
	time: "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy mañana tarde noche semana mes año",
	he:   "él", she: "ella", they: "ellos ellas nosotros yo",
	speaking: `portavoz vocero vocera ministro ministra primer presidente presidenta vicepresidente vicepresidenta alcalde alcaldesa gobernador gobernadora diputado diputada senador
		senadora secretario secretaria director directora jefe jefa fiscal abogado abogada juez jueza magistrado embajador embajadora profesor profesora
		investigador investigadora economista analista experto experta médico médica doctor doctora enfermera entrenador entrenadora seleccionador capitán
		portero delantero jugador jugadora general coronel comandante obispo arzobispo papa cura autor autora escritor escritora actor actriz cantante
		periodista testigo vecino vecina agricultor pescador maestro maestra estudiante concejal concejala consejero consejera candidato candidata líder
		fundador fundadora comisario canciller rey reina dirigente responsable fuente titular don doña señor señora sr sra dr dra coordinador coordinadora empresario mandatario historiador`,
	plural:    "expertos investigadores autoridades fuentes testigos vecinos médicos abogados sindicatos responsables analistas economistas manifestantes padres agricultores medios",
	bodies:    "gobierno ministerio policía fiscalía tribunal partido comisión empresa compañía grupo banco sindicato ejército ayuntamiento asociación agencia periódico diario cadena federación universidad instituto organización corte cancillería kremlin junta",
	documents: "informe estudio comunicado encuesta sondeo nota", hearers: "periodistas reporteros",
	according: "según de_acuerdo_con en_palabras_de a_juicio_de en_opinión_de", dropped: true,
}

var italian = vocabulary{
	says: `ha_detto detto dice disse dicono diceva dichiarato dichiara dichiarò affermato afferma affermò affermano spiegato spiega spiegò spiegano aggiunto aggiunge aggiunse
		sottolineato sottolinea annunciato annuncia annunciò annunciano riferito riferisce riferì riferiscono raccontato racconta raccontò scritto scrive scrisse
		risposto risponde rispose ricordato ricorda avvertito avverte denunciato denuncia confermato conferma confermano ammesso ammette assicurato assicura
		sostenuto sostiene sostengono commentato commenta concluso conclude precisato precisa osservato osserva promesso promette chiesto chiede
		ribadito ribadisce ritiene evidenziato evidenzia rilevato rileva lamentato lamenta criticato critica prosegue proseguito smentito pensa crede spera replica replicato`,
	aux:  "ha hanno aveva avevano avrebbe è sono era erano fu furono sarà saranno sarebbe sta stanno va vanno deve devono può possono potrebbe vuole vogliono c'è ci viene vengono aver essere",
	det:  "il lo la i gli le l un uno una questo questa questi queste quel quella suo sua suoi sue nostro nostra loro alcuni alcune ogni tutti tutte due tre quattro cinque dieci",
	prep: "a ad al allo alla ai agli alle di del dello della dei degli delle d in nel nello nella nei nelle con su sul sulla per tra fra da dal dalla dai secondo contro durante dopo prima senza verso presso",
	of:   "di del dello della dei degli delle d", conj: "e ed o ma né", sub: "quando se come perché dove chi cui mentre anche poiché", that: "che", not: "non mai nessuno niente",
	adverb: "anche poi inoltre così qui lì già ancora però tuttavia ieri oggi domani quindi infine",
	time:   "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre ieri oggi domani sera mattina notte settimana mese anno",
	he:     "lui egli", she: "lei ella", they: "loro noi io essi",
	speaking: `portavoce ministro ministra primo premier presidente presidentessa vicepresidente sindaco sindaca governatore governatrice deputato deputata senatore senatrice segretario
		segretaria direttore direttrice capo responsabile procuratore procuratrice avvocato avvocata giudice prefetto ambasciatore ambasciatrice professore professoressa
		ricercatore ricercatrice economista analista esperto esperta medico dottore dottoressa infermiera allenatore allenatrice capitano portiere attaccante generale colonnello
		comandante vescovo arcivescovo cardinale papa parroco autore autrice scrittore scrittrice attore attrice cantante regista giornalista testimone residente
		vicino agricoltore pescatore insegnante studente studentessa consigliere consigliera assessore assessora candidato candidata leader fondatore fondatrice commissario
		cancelliere re regina imprenditore fonte signor signora dott don`,
	plural:    "esperti ricercatori autorità fonti testimoni residenti medici avvocati sindacati inquirenti analisti economisti manifestanti genitori agricoltori media",
	bodies:    "governo ministero polizia procura tribunale partito commissione azienda società gruppo banca sindacato esercito comune associazione agenzia giornale quotidiano federazione università istituto organizzazione corte questura carabinieri cremlino",
	documents: "rapporto studio comunicato sondaggio nota", hearers: "giornalisti cronisti", according: "secondo a_detta_di stando_a a_giudizio_di", dropped: true,
}

var portuguese = vocabulary{
	says: `disse diz dito disseram dizem dizia declarou declara declarado declararam afirmou afirma afirmado afirmaram explicou explica explicaram acrescentou acrescenta
		destacou destaca ressaltou ressalta anunciou anuncia anunciaram informou informa informaram contou conta relatou relata comentou comenta
		alertou alerta alertaram advertiu adverte denunciou denuncia confirmou confirma confirmaram reconheceu reconhece admitiu admite garantiu garante
		defendeu defende sustentou sustenta escreveu escreve respondeu responde lembrou lembra reiterou reitera criticou critica lamentou lamenta
		prometeu promete pediu pede concluiu conclui avaliou avalia considerou considera observou observa apontou aponta frisou frisa
		sublinhou sublinha adiantou adianta referiu refere negou nega completou completa acredita pensa espera`,
	aux:  "foi foram é são era eram será serão seria está estão estava estavam esteve tem têm tinha tinham teria vai vão deve devem pode podem poderia quer querem há houve ter ser",
	det:  "o a os as um uma uns umas este esta esse essa seu sua seus suas nosso nossa vários várias alguns algumas cada todo todos toda todas dois duas três quatro cinco dez",
	prep: "a ao à aos às de do da dos das em no na nos nas com por pelo pela para sem sobre entre desde até segundo contra durante após antes sob perante", of: "de do da dos das", conj: "e ou mas nem",
	sub: "quando se como porque pois onde quem enquanto embora", that: "que", not: "não nunca ninguém nada", adverb: "também ainda depois então assim ali aqui já porém contudo ontem hoje amanhã além",
	time: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro ontem hoje amanhã noite tarde manhã semana mês ano",
	he:   "ele", she: "ela", they: "eles elas nós eu",
	speaking: `porta-voz porta voz ministro ministra primeiro presidente presidenta vice-presidente prefeito prefeita governador governadora deputado deputada senador senadora secretário
		secretária diretor diretora chefe procurador procuradora promotor promotora advogado advogada juiz juíza embaixador embaixadora professor professora
		pesquisador pesquisadora investigador economista analista especialista médico médica doutor doutora enfermeira técnico treinador treinadora capitão
		goleiro atacante jogador jogadora general coronel comandante bispo arcebispo papa padre autor autora escritor escritora ator atriz cantor cantora
		jornalista testemunha morador moradora vizinho vizinha agricultor pescador estudante vereador vereadora candidato candidata líder fundador fundadora
		delegado delegada chanceler rei rainha autarca empresário fonte senhor senhora sr sra dr dra historiador`,
	plural:    "especialistas pesquisadores autoridades fontes testemunhas moradores médicos advogados sindicatos analistas economistas manifestantes pais agricultores",
	bodies:    "governo ministério polícia procuradoria tribunal partido comissão empresa companhia grupo banco sindicato exército prefeitura câmara associação agência jornal federação universidade instituto organização kremlin bombeiros",
	documents: "relatório estudo comunicado pesquisa nota", hearers: "jornalistas repórteres", according: "segundo de_acordo_com conforme na_opinião_de", dropped: true,
}

var catalan = vocabulary{
	says: "dit diu digué declarat declara afirmat afirma assegurat assegura explicat explica afegit afegeix anunciat anuncia assenyalat assenyala advertit adverteix denunciat denuncia confirmat confirma reconegut reconeix subratllat remarcat recordat escrit escriu respost respon considera insistit insisteix",
	aux:  "ha han havia és són era eren serà va van està estan pot poden cal hi", det: "el la els les l un una uns unes aquest aquesta seu seva dos tres", prep: "a al de del dels d en amb per sense sobre entre des fins segons contra durant davant després",
	of: "de del dels d", conj: "i o però", sub: "quan si com perquè on qui", that: "que", not: "no mai ningú", adverb: "també ahir avui després així",
	time: "dilluns dimarts dimecres dijous divendres dissabte diumenge gener febrer març abril maig juny juliol agost setembre octubre novembre desembre ahir avui",
	he:   "ell", she: "ella", they: "ells nosaltres jo",
	speaking: "portaveu ministre ministra president presidenta vicepresident alcalde alcaldessa diputat diputada conseller consellera secretari secretària director directora fiscal advocat advocada jutge professor professora investigador investigadora economista metge metgessa entrenador capità general escriptor escriptora periodista testimoni veí veïna",
	plural:   "experts autoritats fonts testimonis veïns sindicats", bodies: "govern ministeri policia fiscalia tribunal partit empresa banc sindicat ajuntament generalitat mossos universitat", documents: "informe estudi", hearers: "periodistes", according: "segons", dropped: true,
}
