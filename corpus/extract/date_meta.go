package extract

import (
	"slices"
	"strings"

	"dateline/corpus"
	"dateline/corpus/dates"
)

// metaDates tells how far a format's own name for a date is to be trusted. Names not listed are not read.
var metaDates = map[string]float32{
	"jsonld:datePublished": .97, "article:published_time": .96, "article:published": .96, "itemprop:datepublished": .95, "datepublished": .95, "og:published_time": .95, "og:article:published_time": .95,
	"parsely-pub-date": .95, "sailthru.date": .93, "pubdate": .93, "publishdate": .93, "publish-date": .93, "publish_date": .93, "published": .93, "publication_date": .93, "cxenseparse:recs:publishtime": .95, "article.published": .95, "published_at": .93, "published-date": .93, "article_date_original": .95, "originalpublicationdate": .95, "dc.date.issued": .93, "dcterms.issued": .93, "citation_publication_date": .92, "citation_date": .9, "eprints.date": .9, "displaydate": .9, "ptime": .93, "rnews:datepublished": .93, "prism.publicationdate": .93, "vr:published_time": .93, "bt:pubdate": .93, "hdl": .3,
	"itemprop:datecreated": .92, "datecreated": .9, "jsonld:dateCreated": .92, "jsonld:uploadDate": .85, "dcterms.created": .9, "dc.date.created": .9, "created": .85, "article.created": .9, "dc.created": .9, "date": .84, "name:date": .84, "dc.date": .82, "dcterms.date": .82, "dcsext.articlefirstpublished": .93,
	"analyticsattributes.articledate": .93, "article:post_date": .93, "article:published_date": .93, "article:publicationdate": .93, "content_create_date": .90, "date_created": .90, "date_published": .93, "dateposted": .93, "dc.date.publication": .93, "dc:created": .90, "dc:date": .82, "dc.issued": .93, "dcterms.available": .88, "doc_date": .93, "gentime": .80, "mediator_published_time": .93, "og:article:published": .93, "og:datepublished": .93, "og:pubdate": .93, "og:publish_date": .93, "og:regdate": .90, "pdate": .93, "publish_time": .93, "published_date": .93, "published_time": .93, "publisheddate": .93, "publication-date": .93, "rbpubdate": .93, "release_date": .85, "shareaholic:article_published_time": .93, "twt-published-at": .93, "video:release_date": .80, "creation_date": .88, "creationdate": .88, "created_at": .88,
	"script:published": .62, "script:created": .5, "time": .86, "class:date": .81, "class:author": .79,
	"jsonld:dateModified": .62, "article:modified_time": .6, "itemprop:datemodified": .58, "og:updated_time": .56, "dcterms.modified": .55, "dc.date.modified": .55, "datemodified": .55, "lastmod": .5, "last-modified": .5, "modified": .5, "revised": .5, "updated": .55, "date_modified": .55, "modified_time": .55,
	"lastdate": .55, "lastmodified": .55, "article:modified": .55, "article:modified_date": .55, "article:post_modified": .55, "dateupdate": .55, "dc.modified": .55, "dc:modified": .55, "modificationdate": .55, "modified-date": .55, "og:article:modified_time": .55, "og:modified_time": .55, "revision_date": .55, "updated_time": .55, "time:modified": .55,
	"copyright": .3, "dc.rights": .3, "rights": .3, "description": .25, "og:description": .25, "og:image": .3, "keywords": .1,
}

// meta reads the dates that the format states. MetaDate says again, in pages, what one of the others says: it is read
// only where it says more.
func (s *dateSearch) meta() {
	m := s.t.Draft.Meta
	if len(m) == 0 {
		return
	}
	keys := make([]string, 0, len(m))
	for k := range m {
		if baseName(k) != "" {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	for _, k := range keys {
		v := m[k]
		base := baseName(k)
		if k == corpus.MetaDate && s.statedElsewhere(keys, v) {
			continue
		}
		trust := metaDates[base]
		if k != base { // the second <time> of a page is more often another article's
			trust -= .1 * float32(k[len(k)-1]-'0'-1)
		}
		if k == corpus.MetaDate && s.t.Part != corpus.PartBody {
			trust = .97 // the date of a mail, a feed's item or a table's column
		}
		s.metaValue(k, v, trust)
	}
}

// baseName takes the number off a repeated name, "time:2", and is "" for what is no date.
func baseName(key string) string {
	if metaDates[key] > 0 {
		return key
	}
	if n := len(key); n > 2 && key[n-2] == ':' && key[n-1] >= '2' && key[n-1] <= '9' && metaDates[key[:n-2]] > 0 {
		return key[:n-2]
	}
	return ""
}

func (s *dateSearch) statedElsewhere(keys []string, v string) bool {
	for _, k := range keys {
		if k != corpus.MetaDate && s.t.Draft.Meta[k] == v {
			return true
		}
	}
	return false
}

// metaValue reads one stated date, also a bare year, month or number of seconds since 1970.
func (s *dateSearch) metaValue(key, v string, trust float32) {
	part := corpus.MetaPart(key)
	found := dates.Scan(v, s.dayFirst)
	for i, st := range found {
		if i == 2 {
			return
		}
		lost := s.modified(v[:st.Start])
		s.add(st, part, 0, "date/"+key, trust-lost-.05*float32(i))
	}
	if len(found) > 0 {
		return
	}
	start, end := trimmed(v)
	core := v[start:end]
	a := dates.Number(core+" ", 0)
	switch {
	case a.End != len(core):
	case a.Digits == 4 && a.Value >= 1000 && a.Value < 3000:
		s.add(dates.Stamp{End: end - start, Year: a.Value, Numeric: true}, part, start, "date/"+key, trust)
	case a.Digits == 10 || a.Digits == 13:
		s.add(ofSeconds(a), part, start, "date/"+key, trust-.02)
	}
}

// path reads the day out of a file's name or folder: "2016/05/25/a.txt", "20160525/…". A path is no part of the
// article: its evidence has no span.
func (s *dateSearch) path() {
	p := s.t.Draft.Source.Path
	if st, _, ok := dateAmong(p, 0); ok {
		s.add(st, "", 0, "date/path", .45)
		return
	}
	for _, step := range strings.Split(p, "/") {
		if a := dates.Number(step+" ", 0); a.Digits == 4 && a.End == len(step) && a.Value > 1800 && a.Value < 2100 {
			s.add(dates.Stamp{Year: a.Value}, "", 0, "date/path", .6)
			return
		}
	}
}
