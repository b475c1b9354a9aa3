"""Many people improve the network without showing their ink: federated averaging of what each of them taught."""
