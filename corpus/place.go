package corpus

// A PlaceKind says what sort of place it is.
type PlaceKind string

// The kinds of place that the gazetteer tells apart.
const (
	City      PlaceKind = "city"
	Admin     PlaceKind = "admin"   // a first- or second-level region of a country
	Country   PlaceKind = "country" // also dependent territories
	Region    PlaceKind = "region"  // "Middle East", "Darfur", "Balkans"
	Water     PlaceKind = "water"
	Continent PlaceKind = "continent"
)

// A Place is one mention of a place, resolved where that was possible.
type Place struct {
	Text      string // the words that stand there: "raqqa", "U.S."
	Name      string // "Raqqa"; Text tidied where nothing was resolved
	Country   string // ISO 3166-1 alpha-2, "" for none
	Admin     string // the name of its first-level region, "" for none
	GeoNameID int    // GeoNames' number, 0 where the gazetteer has none
	Lat, Lon  float64
	Kind      PlaceKind // "" where nothing was resolved
	Ambiguous bool      // another place of the name was nearly as good: `why` lists them
	Evidence
}

// IsResolved reports whether the place has a point on the map.
func (p Place) IsResolved() bool { return p.Kind != "" }
