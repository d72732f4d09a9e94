// Package catalog knows what there is to permit in OCI: resource types and
// families, the permissions behind each verb, the API operations and what they
// need, and the variables that a condition can test.
package catalog
