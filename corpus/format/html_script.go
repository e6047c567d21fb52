package format

import "strings"

// scriptDates tells, by the names that programs give it, the member of a page's data that says when it was published.
var scriptDates = map[string]string{
	"datepublished": "script:published", "publisheddate": "script:published", "publishedat": "script:published", "publishdate": "script:published",
	"publicationdate": "script:published", "firstpublished": "script:published", "firstpublishedat": "script:published", "publishedtime": "script:published",
	"created": "script:created", "createdat": "script:created", "datecreated": "script:created", "creationdate": "script:created",
}

// scriptLimit bounds the bytes of a script that are searched.
const scriptLimit = 1 << 20

// readScript takes the first date of publication and of creation out of a script's data: "published_at":"2019-03-02T…".
// Pages that programs draw have no other.
func (h *head) readScript(script string) {
	script = script[:min(len(script), scriptLimit)]
	for at := 0; ; {
		i := strings.Index(script[at:], `"20`)
		if i < 0 {
			return
		}
		at += i + 1
		end := strings.IndexByte(script[at:min(len(script), at+40)], '"')
		if end < 10 || script[at+4] != '-' {
			continue
		}
		name := strings.TrimRight(script[max(0, at-40):at-1], " :\t")
		if !strings.HasSuffix(name, `"`) {
			continue
		}
		name = name[strings.LastIndexByte(name[:len(name)-1], '"')+1 : len(name)-1]
		if key := scriptDates[strings.ToLower(strings.ReplaceAll(name, "_", ""))]; key != "" && h.meta[key] == "" {
			h.set(key, script[at:at+end])
		}
	}
}
