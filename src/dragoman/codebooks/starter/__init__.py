"""The small codebook with which `dragoman codebook new` starts one."""
