// Package imports brings a tenancy that exists into the playground, and takes
// policies back out.
//
// [Read] recognises a text by its shape, never by the name of its file:
//
//   - what the OCI command line prints as JSON: lists of compartments, policies,
//     groups, dynamic groups, users, memberships, network sources, domains and
//     resources, in the key style of the command line or of the REST API, of IAM
//     or of identity domains;
//   - a JSON list of statements;
//   - Terraform with oci_identity_policy resources;
//   - events of the OCI Audit service, which ask a request;
//   - a scenario, or statements as they are.
//
// What comes in pieces may be read one after another: each piece is laid over
// what there is, and the same OCID is the same thing.
//
// # Whole or not at all
//
// Read changes nothing. It answers with a [Proposal]: what would be taken, what
// not and why, and the scenario that there would be. A text that cannot be taken
// as a whole gives no scenario.
//
// # Out again
//
// [CommandLine] and [Terraform] write the policies of a scenario in the forms
// that Read takes; read again they are the same statements.
package imports
