package imports

import (
	"fmt"
	"strings"

	"oci-policy-playground/engine/catalog"
	"oci-policy-playground/engine/scenario"
	"oci-policy-playground/engine/source"
	"oci-policy-playground/engine/tenancy"
)

// mostEvents is how many events of one text are asked.
const mostEvents = 200

// event is what an event of the Audit service says happened, if v is one.
//
// https://docs.oracle.com/en-us/iaas/Content/Audit/Reference/logeventreference.htm
func event(v scenario.Value) scenario.Value {
	for _, e := range [...]scenario.Value{v, v.Under("data"), v.Under("logContent").Under("data")} {
		if e.Under("eventName").IsText() && e.Under("identity").IsObject() {
			return e
		}
	}
	return scenario.Value{}
}

// events makes a sentence of every event, with the verdict that the answer to it
// tells.
func (r *reader) events() {
	all := r.found[events]
	if len(all) > mostEvents {
		r.say(source.Warning, "too-many-events", all[mostEvents].Span(), fmt.Sprintf("%d events are more than are read", len(all)), fmt.Sprintf("The first %d are.", mostEvents))
		all = all[:mostEvents]
	}
	world, _ := tenancy.New(r.spec)
	for _, v := range all {
		w := witness{reader: r, world: world, event: event(v), envelope: v}
		sentence := w.sentence()
		r.sentence = append(r.sentence, sentence)
		r.take("requests", sentence)
	}
}

// ask adds the sentences to the checks, each once.
func (r *reader) ask(s *scenario.Scenario) {
	if len(r.sentence) == 0 {
		return
	}
	text := ""
	if s.Checks != nil {
		text = s.Checks.Text
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	for _, sentence := range r.sentence {
		if !strings.Contains("\n"+text, "\n"+sentence+"\n") {
			text += sentence + "\n"
		}
	}
	s.Checks = scenario.NewChecks(text)
}

// witness makes a sentence of an event.
type witness struct {
	*reader
	world           *tenancy.Tenancy
	event, envelope scenario.Value
}

func (w *witness) sentence() string {
	return w.who() + " " + w.may() + " " + w.operation() + " in " + w.place() + w.given()
}

// may is what the answer tells: OCI answers 404 also where it is asked for what
// is not there, and where another status says that the caller got in.
//
// https://docs.oracle.com/en-us/iaas/Content/API/References/apierrors.htm
func (w *witness) may() string {
	status := w.event.Under("response").Under("status")
	switch code := status.Text(); {
	case code == "404":
		w.say(source.Info, "not-found", status.Span(), "404 is also the answer where there is no such thing", "Make sure that what was asked for exists.")
		return "may not"
	case code == "401" || code == "403":
		return "may not"
	case code == "":
		w.say(source.Warning, "no-status", w.event.Under("eventName").Span(), "the event does not say how it was answered", "The request is taken as one that should be allowed.")
	}
	return "may"
}

// who is the caller: a user or a resource by OCID, else a name as it stands.
func (w *witness) who() string {
	identity := w.event.Under("identity")
	id, name := identity.Under("principalId").Text(), identity.Under("principalName").Text()
	for _, u := range w.world.Users {
		if u.ID == id || id == "" && strings.EqualFold(u.Qualified(), name) {
			return scenario.NameText(u.Qualified())
		}
	}
	for _, res := range w.world.Resources {
		if res.ID == id {
			return res.Type + " " + scenario.NameText(res.Name)
		}
	}
	return w.stranger(identity, id, name)
}

func (w *witness) stranger(identity scenario.Value, id, name string) string {
	if u, ok := w.world.User("", name); ok && name != "" {
		w.say(source.Info, "by-name", identity.Under("principalName").Span(), fmt.Sprintf("`%s` is taken by name", scenario.Shown(name)), "The OCID of the event is another than that of the user here.")
		return scenario.NameText(u.Qualified())
	}
	kind := ocidKind(id)
	if name == "" {
		name = id
	}
	if name == "" {
		w.say(source.Warning, "unknown-principal", identity.Span(), "the event does not say who called", "Write the caller into the request.")
		return "nobody"
	}
	w.say(source.Warning, "unknown-principal", identity.Under("principalId").Span(), fmt.Sprintf("the caller `%s` is not in the tenancy", scenario.Shown(name)),
		"Import the list of users or resources, or add the caller; the request stands as it is until then.")
	if kind == "" || kind == "user" || strings.Trim(kind, "abcdefghijklmnopqrstuvwxyz") != "" {
		return scenario.NameText(name)
	}
	return kind + " " + scenario.NameText(name)
}

// operation is the call, with its service where several have one of that name.
func (w *witness) operation() string {
	v := w.event.Under("eventName")
	name := v.Text()
	found := catalog.Default().Operation(name)
	switch {
	case len(found) == 1:
		return found[0].Name
	case len(found) == 0:
		w.say(source.Warning, "unknown-operation", v.Span(), fmt.Sprintf("the catalog knows no operation `%s`", scenario.Shown(name)),
			"Audit names some calls otherwise than the API does. Write the operation's name, a verb and a type, or permissions in braces.")
		return scenario.NameText(name)
	}
	from := fold(w.envelope.Under("eventType").Text() + w.envelope.Under("source").Text() + w.event.Under("eventType").Text())
	var services []string
	for _, o := range found {
		if strings.Contains(from, fold(o.Service)) {
			return o.Service + ":" + o.Name
		}
		services = append(services, o.Service)
	}
	w.say(source.Warning, "ambiguous-operation", v.Span(), fmt.Sprintf("%d services have an operation `%s`", len(found), name), "Write one of them in front: "+names(services)+".")
	return name
}

// fold is letters alone, in lower case.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(s))
}

// place is the compartment that the event says.
func (w *witness) place() string {
	id, name := w.event.Under("compartmentId"), w.event.Under("compartmentName").Text()
	if c, ok := w.world.CompartmentByID(id.Text()); ok {
		return placeText(c)
	}
	var found []*tenancy.Compartment
	for _, c := range w.world.Root.All()[1:] {
		if strings.EqualFold(c.Name, name) {
			found = append(found, c)
		}
	}
	if len(found) == 1 {
		w.say(source.Info, "by-name", id.Span(), fmt.Sprintf("`%s` is taken by name", scenario.Shown(name)), "The OCID of the event is another than that of the compartment here.")
		return placeText(found[0])
	}
	if name == "" {
		name = id.Text()
	}
	w.say(source.Warning, "unknown-compartment", w.event.Under("compartmentId").Span(), fmt.Sprintf("the compartment `%s` is not in the tenancy", scenario.Shown(name)),
		"Import the list of compartments, or add it; the request stands as it is until then.")
	return scenario.NameText(name)
}

func placeText(c *tenancy.Compartment) string {
	if c.Parent == nil {
		return "tenancy"
	}
	return scenario.NameText(c.Path())
}

// given is what the event tells about the resource that a condition may ask for.
//
// https://docs.oracle.com/en-us/iaas/Content/Identity/Reference/objectstoragepolicyreference.htm
func (w *witness) given() string {
	details := w.event.Under("additionalDetails")
	bucket := details.Under("bucketName").Text()
	name := w.event.Under("eventName").Text()
	if bucket == "" && strings.HasSuffix(name, "Bucket") {
		bucket = w.event.Under("resourceName").Text()
	}
	if bucket == "" {
		return ""
	}
	return " with target.bucket.name = " + scenario.ValueText(bucket)
}
