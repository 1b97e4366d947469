" Runs loclint and writes where `:cc` goes, finding by finding.
silent make! docs
let places = []
for number in range(1, len(getqflist()))
  if !getqflist()[number - 1].valid
    continue
  endif
  execute 'silent cc' number
  call add(places, expand('%:.') . ' ' . (line2byte('.') + col('.') - 2))
endfor
call writefile(places, 'places.vim')
qall!
