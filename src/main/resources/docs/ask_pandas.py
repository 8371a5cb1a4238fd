import pandas

base = "http://127.0.0.1:3030"
partners = pandas.read_csv(f"{base}/queries/partners.csv?organisation=gcsp")
print(partners[["partnerLabel", "standing", "evidence"]].to_string(index=False))
