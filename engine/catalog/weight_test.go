package catalog

import (
	"bytes"
	"encoding/binary"
	"testing"

	"github.com/andybalholm/brotli"
)

// What the page may pay for the catalog, notes and sources included, in bytes
// after brotli.
const budget = 110_000

func TestTheTablesStayWithinTheirBudget(t *testing.T) {
	var blob, small bytes.Buffer
	for _, names := range []string{permissionNames, resourceNames, operationNames, variableNames, textLines} {
		blob.WriteString(names)
	}
	for _, table := range [][]uint16{
		serviceTable[:], permissionTable[:], unverbedTable[:], seedTable[:], resourceTable[:], grantStream[:], memberStream[:],
		circumstanceTable[:], operationTable[:], formulaStream[:], variableTable[:], variableStream[:], aliasTable[:], regionTable[:],
		principalTypeTable[:], servicePrincipalTable[:],
	} {
		if err := binary.Write(&blob, binary.LittleEndian, table); err != nil {
			t.Fatal(err)
		}
	}
	w := brotli.NewWriterLevel(&small, brotli.BestCompression)
	w.Write(blob.Bytes())
	w.Close()
	t.Logf("%d bytes, %d after brotli", blob.Len(), small.Len())
	if small.Len() > budget {
		t.Errorf("the tables weigh %d bytes after brotli, over %d", small.Len(), budget)
	}
}
