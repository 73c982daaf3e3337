def explain():
    pass
