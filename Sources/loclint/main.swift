print("loclint")
