package policy

import (
	"fmt"
	"strconv"
	"strings"

	"oci-policy-playground/engine/syntax"
)

const fileStoragePage = "https://docs.oracle.com/en-us/iaas/Content/File/Tasks/encrypt-file-system.htm"

// service adds a service. No page lists them all, so a name is taken as it
// stands, but for File Storage's, which follows from the realm.
func (b *binder) service(who *Principals, name *syntax.Name) {
	text := string(name.Text)
	who.Services = append(who.Services, text)
	if right := fileStorage(b.world.ID); right != "" && isFileStorage(text) && !strings.EqualFold(text, right) {
		b.fault(Subject, name, "unknown-service", fmt.Sprintf("in this tenancy's realm File Storage is called `%s`", right),
			"Up to realm 10 its name holds the number of the realm; in later realms it holds none.", from(fileStoragePage), note(ociNoService(text)), fix("write `"+right+"`", right))
	}
}

// fileStorage is the name of File Storage's service in the realm of a tenancy,
// "" when the OCID of the tenancy does not tell the realm.
func fileStorage(tenancy string) string {
	parts := strings.Split(tenancy, ".")
	if len(parts) < 3 {
		return ""
	}
	realm, ok := strings.CutPrefix(strings.ToLower(parts[2]), "oc")
	number, err := strconv.Atoi(realm)
	switch {
	case !ok || err != nil:
		return ""
	case number > 10:
		return "fssocprod"
	}
	return "FssOc" + realm + "Prod"
}

// isFileStorage tells a name of File Storage's service in some realm.
func isFileStorage(name string) bool {
	realm, begins := strings.CutPrefix(strings.ToLower(name), "fssoc")
	realm, ends := strings.CutSuffix(realm, "prod")
	return begins && ends && strings.Trim(realm, "0123456789") == ""
}
