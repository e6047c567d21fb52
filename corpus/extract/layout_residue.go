package extract

import (
	"strings"
	"unicode"
)

// isResidue reports whether a line belongs to a page's template: buttons, links, counters, notices on cookies and rights.
func isResidue(s string) bool {
	if len(s) > 300 {
		return false
	}
	low := strings.ToLower(strings.TrimRight(strings.TrimLeft(s, "»›>•·|*+-– \t#["), " \t.…!:»›>|]"))
	if low == "" {
		return !hasLetterOrDigit(s)
	}
	if len(low) <= 60 && (residueLines[low] || isCounter(low)) {
		return true
	}
	if len(low) <= 160 && !endsSentence(s) || len(low) <= 60 {
		for _, p := range residuePrefixes {
			if strings.HasPrefix(low, p) {
				return true
			}
		}
	}
	return isNotice(low)
}

func hasLetterOrDigit(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}

// endsSentence reports whether a line ends as prose does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"”’»)' ")
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// residueLines are whole lines of templates, in lower case and without marks at their ends.
var residueLines = set(
	"share", "share this", "share this article", "share this story", "share on facebook", "share on twitter", "share via email", "tweet", "tweet this",
	"facebook", "twitter", "whatsapp", "telegram", "linkedin", "pinterest", "reddit", "instagram", "youtube", "email", "e-mail", "print", "print this page", "email this article", "copy link", "save", "like", "like this", "pin it",
	"read more", "read also", "see also", "read full article", "read full story", "continue reading", "more", "show more", "load more", "view more", "learn more", "click here", "click here to read more", "full story", "related", "related articles", "related stories", "related news", "related coverage", "recommended", "recommended for you", "most read", "most popular", "trending", "trending now", "you may also like", "more from this section", "more on this story", "top stories", "latest news", "don't miss",
	"advertisement", "advertisements", "advertising", "ad", "sponsored", "sponsored content", "story continues below", "story continues below advertisement", "article continues after advertisement", "scroll to continue",
	"subscribe", "subscribe now", "sign up", "sign in", "log in", "login", "register", "newsletter", "skip to content", "skip to main content", "menu", "home", "search", "close", "back", "back to top", "top", "next", "previous", "next article", "previous article", "loading", "follow us", "contact us", "about us", "privacy policy", "terms of use", "terms and conditions", "all rights reserved", "cookie policy", "accept", "accept all", "accept cookies", "got it", "i agree", "ok", "leave a comment", "leave a reply", "post a comment", "no comments", "no comments yet", "comments are closed", "reply", "report an error", "listen to article",
	"teilen", "auf facebook teilen", "twittern", "drucken", "mehr", "mehr lesen", "weiterlesen", "mehr zum thema", "lesen sie auch", "anzeige", "werbung", "anmelden", "abonnieren", "startseite", "suche", "nach oben", "impressum", "datenschutz", "kommentar schreiben", "keine kommentare",
	"partager", "partager sur facebook", "imprimer", "lire la suite", "lire aussi", "à lire aussi", "publicité", "s'abonner", "se connecter", "accueil", "haut de page", "laisser un commentaire",
	"compartir", "imprimir", "leer más", "lea también", "publicidad", "suscríbete", "iniciar sesión", "inicio", "condividi", "stampa", "leggi anche", "leggi tutto", "pubblicità", "compartilhar", "leia mais", "leia também", "publicidade", "delen", "lees meer", "lees ook", "advertentie",
	"поделиться", "поделиться в facebook", "читать далее", "читайте также", "подробнее", "реклама", "подписаться", "войти", "распечатать", "версия для печати", "главная", "наверх", "комментировать", "нет комментариев", "поділитися", "читати далі", "читайте також", "paylaş", "devamını oku", "reklam", "شارك", "اقرأ أيضا", "اقرأ المزيد", "分享", "阅读更多", "相关新闻", "共有",
)

// residuePrefixes open lines of templates, whatever follows, in lower case.
var residuePrefixes = []string{
	"read more:", "read also:", "read more on", "read next:", "see also:", "related:", "also read:", "more:", "watch:", "click here to", "click here for", "share this:", "share on", "follow us on", "follow @", "sign up for", "sign up to", "subscribe to our", "join our", "download our app", "get our", "tags:", "tagged:", "filed under", "posted in", "categories:", "category:", "topics:", "keywords:",
	"copyright ©", "© ", "(c) 20", "©20", "copyright 20", "copyright 19", "photo credit:", "photo: ", "photos: ", "foto: ", "fotos: ", "titelbild:", "bild: ", "bildquelle", "bildnachweis", "crédit photo", "crédits photo", "powered by", "proudly powered", "generated in", "page generated", "this entry was posted", "you can follow any responses", "bookmark the permalink", "image credit:",
	"mehr zum thema", "das könnte sie auch interessieren", "auch interessant", "artikel teilen", "diesen artikel teilen", "beitrag teilen", "lesen sie auch:", "schlagwörter:", "lire aussi", "à lire aussi", "mots-clés", "lea también", "etiquetas:", "leggi anche:", "leia também", "leia mais:", "lees ook:", "czytaj też", "czytaj także", "czytaj również", "zobacz też", "zobacz także", "zobacz również", "читайте также", "подробнее:", "метки:", "теги:", "рубрика:", "читайте також", "копирование материалов",
}

// isCounter reports whether a line counts what a template counts: "36 queries", "12 comments", "Views: 1,204".
func isCounter(low string) bool {
	fields := strings.Fields(strings.Trim(low, "()"))
	if len(fields) == 0 || len(fields) > 7 {
		return false
	}
	first, last := fields[0], fields[len(fields)-1]
	if len(fields) > 1 && isCount(first) && counted[strings.Trim(fields[1], ".,()")] {
		return len(fields) == 2 || fields[2] == "in" || fields[2] == "so" || fields[2] == "|" || fields[2] == "·"
	}
	return len(fields) == 2 && isCount(strings.Trim(last, "()")) && counted[strings.Trim(first, ":.")]
}

var counted = set("queries", "comments", "comment", "views", "view", "shares", "share", "likes", "like", "tweets", "retweets", "reads", "hits", "followers", "replies", "votes",
	"kommentare", "kommentar", "aufrufe", "commentaires", "commentaire", "vues", "comentarios", "comentario", "visitas", "commenti", "comentários", "reacties", "комментариев", "комментария", "комментарий", "комментарии", "просмотров", "просмотра", "просмотры", "просмотр", "yorum", "تعليقات")

func isCount(s string) bool {
	if s == "" || s == "no" {
		return s == "no"
	}
	for _, r := range strings.TrimSuffix(s, "k") {
		if r != '.' && r != ',' && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// isNotice reports whether a line is about cookies, scripts or rights and speaks to the reader.
func isNotice(low string) bool {
	switch {
	case strings.Contains(low, "cookie"):
		return hasAny(low, "we use", "uses cookies", "use of cookies", "accept", "agree", "consent", "verwende", "nutz", "utilis", "utiliz", "использу", "policy", "richtlinie")
	case strings.Contains(low, "javascript"):
		return hasAny(low, "enable", "disabled", "aktivier", "activ", "turn on", "включ")
	case strings.Contains(low, "all rights reserved"), strings.Contains(low, "alle rechte vorbehalten"), strings.Contains(low, "все права защищены"), strings.Contains(low, "tous droits réservés"), strings.Contains(low, "todos los derechos reservados"):
		return len(low) < 200
	case strings.Contains(low, "may not be published, broadcast"):
		return true
	}
	return false
}

func hasAny(s string, parts ...string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// opensComments reports whether a line heads a block of readers' comments.
func opensComments(s string) bool {
	if len(s) > 60 {
		return false
	}
	low := strings.ToLower(strings.Trim(s, " .:!#*()"))
	if commentHeads[low] {
		return true
	}
	w := strings.Fields(low)
	return (len(w) == 2 && (isCount(w[0]) && commentHeads[w[1]] || commentHeads[w[0]] && isCount(strings.Trim(w[1], "()")))) ||
		strings.HasPrefix(low, "leave a reply") || len(w) > 2 && isCount(w[0]) && (strings.HasPrefix(low[len(w[0])+1:], "responses to") || strings.HasPrefix(low[len(w[0])+1:], "thoughts on"))
}

var commentHeads = set("comments", "comment", "reader comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "kommentare", "kommentar", "leserkommentare", "kommentar schreiben", "commentaires", "laisser un commentaire", "comentarios", "commenti", "comentários", "reacties", "комментарии", "комментариев", "оставить комментарий", "коментарі", "yorumlar", "التعليقات", "评论", "コメント")
