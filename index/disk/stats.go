package disk

import (
	"context"
	"path/filepath"
	"strconv"
	"time"

	"dateline/query"
)

// Stats implements query.Engine. A generation does not change, so it is asked once.
func (r *Reader) Stats(context.Context) (query.Stats, error) { return r.stats() }

func (r *Reader) readStats() (query.Stats, error) {
	st := r.manifest.Stats
	out := query.Stats{
		Articles: st.Articles, Stories: st.Stories, Undated: st.Undated,
		First: dayName(st.First), Last: dayName(st.Last),
		Terms: st.Terms,
		Details: map[string]string{
			"generation": r.name,
			"written":    r.manifest.Written.Format(time.RFC3339),
			"segments":   strconv.Itoa(len(r.parts)),
			"engine":     "bleve scorch, segments of zap 17",
			"folder":     filepath.Clean(string(r.vault)),
		},
	}
	if r.manifest.Copied {
		out.Details["publication"] = "by copying: this file system has no hard links"
	}
	for _, f := range r.manifest.Files {
		out.Bytes += f.Size
	}
	var err error
	out.Languages, err = r.Terms(context.Background(), languageField, query.Pattern{}, 0)
	return out, err
}

func dayName(day int32) string {
	if day == noDay {
		return ""
	}
	return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
}
