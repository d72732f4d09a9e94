package authz

// What the tests of the package see beyond its API.
var OfCredentials = ofCredentials
