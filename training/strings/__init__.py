"""The second network: it reads digits that run into each other, without cutting them apart."""
