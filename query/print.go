package query

import (
	"strconv"
	"strings"
)

// String prints `*`.
func (All) String() string { return "*" }

// String prints `-*`.
func (Nothing) String() string { return "-*" }

// String prints the nodes side by side.
func (n And) String() string { return join(n.Nodes, " ", "*") }

// String prints the nodes with OR between.
func (n Or) String() string { return join(n.Nodes, " OR ", "-*") }

func join(ns []Node, by, none string) string {
	if len(ns) == 0 {
		return none
	}
	parts := make([]string, len(ns))
	for i, n := range ns {
		parts[i] = closed(n)
		if near, ok := n.(Near); ok {
			parts[i] = near.String()
		}
	}
	return strings.Join(parts, by)
}

// closed prints a node so that it holds together beside operators.
func closed(n Node) string {
	switch n := n.(type) {
	case And, Or, Near:
		return "(" + n.String() + ")"
	case Filter:
		return closed(n.Node)
	}
	return n.String()
}

// operand prints a node that a suffix or NEAR takes whole.
func operand(n Node) string {
	switch n.(type) {
	case Not, Boost, AtLeast:
		return "(" + n.String() + ")"
	}
	return closed(n)
}

// String prints a dash before the node.
func (n Not) String() string {
	if _, ok := n.Node.(Not); ok {
		return "-(" + n.Node.String() + ")"
	}
	return "-" + closed(n.Node)
}

// String prints node^2.
func (n Boost) String() string {
	return operand(n.Node) + "^" + strconv.FormatFloat(n.By, 'f', -1, 64)
}

// String prints the node: a filter looks no other in the language.
func (n Filter) String() string { return n.Node.String() }

// String prints the term with its field.
func (t Term) String() string { return inside(t.In) + t.text() }

func inside(field string) string {
	if field == "" {
		return ""
	}
	return field + ":"
}

func (t Term) text() string {
	switch t.Match {
	case Surface:
		return `"` + t.Text + `"`
	case Exact:
		return `="` + t.Text + `"`
	case Prefix:
		return t.Text + "*"
	case Fuzzy:
		return t.Text + "~" + strconv.Itoa(t.Edits)
	case Regexp:
		return "/" + t.Text + "/"
	}
	return t.Text
}

// String prints the phrase in quotation marks.
func (f Phrase) String() string {
	words := make([]string, len(f.Terms))
	mark := ""
	for i, t := range f.Terms {
		words[i] = t.Text
		switch t.Match {
		case Exact:
			mark = "="
		case Prefix:
			words[i] += "*"
		}
	}
	return inside(f.In) + mark + `"` + strings.Join(words, " ") + `"`
}

// String prints the nodes with the operator between: NEAR/5, PRE/5, /s or /p.
func (n Near) String() string {
	return operand(n.Left) + " " + n.operator() + " " + operand(n.Right)
}

func (n Near) operator() string {
	name := "NEAR"
	if n.Ordered {
		name = "PRE"
	}
	switch n.Unit {
	case Sentence:
		name = strings.TrimPrefix(name, "NEAR") + "/s"
	case Paragraph:
		name = strings.TrimPrefix(name, "NEAR") + "/p"
	default:
		name += "/" + strconv.Itoa(n.Within)
	}
	return name
}

// String prints node>=3.
func (n AtLeast) String() string { return operand(n.Node) + ">=" + strconv.Itoa(n.N) }

// String prints in:quote(node).
func (n Within) String() string {
	return "in:" + string(n.Region) + "(" + n.Node.String() + ")"
}

// String prints said(speaker: words), or in:quote where neither is asked for.
func (n Said) String() string {
	who, what := "", ""
	if n.Speaker != nil {
		who = n.Speaker.quoted()
	}
	if n.Words != nil {
		what = " " + n.Words.String()
	}
	return "said(" + who + ":" + what + ")"
}

// quoted puts quotation marks around what is not one plain word.
func quoted(s string) string {
	if isPlain(s) {
		return s
	}
	return `"` + s + `"`
}

// String prints the interval, or what was asked where it isn't resolved.
func (d Date) String() string {
	switch {
	case d.Undated:
		return "date:none"
	case d.Rule != "":
		return d.Rule + ":" + quoted(d.Text)
	case d.From == "" && d.To == "":
		return "-date:none"
	}
	return "date:" + d.From + ".." + d.To
}

// String prints near:"Raqqa,50km".
func (n Around) String() string { return `near:"` + n.Text + `"` }
