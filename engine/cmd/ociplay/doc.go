// Command ociplay is the playground's engine at a prompt.
//
//	ociplay check [--json] [--coverage] FILE...
//	                                     judge the checks of scenarios; exit 1 when one fails; tell what
//	                                     each statement does over them
//	ociplay lint [--json] FILE...        print what there is to say of policies; exit 1 on a warning
//	ociplay explain FILE [SENTENCE]      tell why, for every check or for one sentence
//	ociplay parse [--json] [--dialect guide|oracle] [FILE|-]
//	                                     read statements; by a dialect, check their words without a tenancy
//	ociplay parse [--json] --rule [FILE|-]
//	                                     read a matching rule
//	ociplay fmt [-w] FILE...             print policies or scenarios in canonical form, or write them back
//	ociplay link FILE                    print the link of a scenario
//	ociplay open LINK                    print the scenario of a link
//	ociplay import FILE... [-o FILE]     make a scenario of what the OCI tools print, Terraform, audit
//	                                     events or statements, laid over each other one after the other
//	ociplay export --cli|--terraform FILE
//	                                     print the policies of a scenario for the OCI tools
//	ociplay redact [--values] [--keep-prose] FILE
//	                                     print a scenario without its names, and that its verdicts stay
//	ociplay catalog [--json] [NAME]      tell about a service, type, family, permission, operation or
//	                                     variable; without a name, list the services or print everything
//
// What is printed with --json is stable: fields may be added, none is taken
// away or renamed.
package main
