"""The engines that tests run on: real servers, started for the test session and ended with it."""
