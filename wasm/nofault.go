//go:build js && wasm && !faults

package main

import "oci-policy-playground/web/store"

func faulty(*store.Store) {}
