package policy

import "fmt"

// What OCI itself answers when it refuses a statement, so that who searches for
// those words finds ours. They are told as people report them.

// ociRightHandSide: https://github.com/oracle/terraform-provider-oci/issues/1335
const ociRightHandSide = "OCI answers: Invalid right-hand side in condition: empty list of varnames @ VariableType.of"

// ociNotInSubtree: https://github.com/oci-landing-zones/oracle-enterprise-landingzone/issues/100
func ociNotInSubtree(compartment string) string {
	return fmt.Sprintf("OCI answers: Compartment {%s} does not exist or is not part of the policy compartment subtree", compartment)
}

// ociUnknown: https://github.com/oci-landing-zones/oracle-enterprise-landingzone/issues/89
func ociUnknown(kind, name string) string {
	return fmt.Sprintf("OCI answers: The %s %s specified in the policy statement does not exist under current compartment hierarchy", kind, name)
}

// ociNoService: https://github.com/oci-landing-zones/oci-cis-landingzone-quickstart/issues/140
func ociNoService(name string) string { return "OCI answers: Service {" + name + "} does not exist" }
