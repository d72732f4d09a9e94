package browser

// OnUpdate tells when a newer version of the site has come to stay in the browser: the next visit gets it. A page without a
// service worker never hears of one.
func OnUpdate(come func()) (stop func()) {
	stop = func() {}
	try(func() {
		worker := property(window().Get("navigator"), "serviceWorker") // reading the property throws in a sandbox
		if worker.Truthy() && worker.Get("controller").Truthy() {
			stop = Listen(worker, "controllerchange", func(Event) { come() })
		}
	})
	return stop
}
